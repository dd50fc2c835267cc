/* map.h - from text to a number: ids, column names, entity codes.
 *
 * Keys are borrowed: they must live as long as the map. Iteration is not
 * offered on purpose, so that no result can depend on hashing.
 */
#ifndef JH_BASE_MAP_H
#define JH_BASE_MAP_H

#include <stdint.h>

#include "base/str.h"

typedef struct jh_map jh_map;

#define JH_MAP_NONE UINT32_MAX

jh_map *jh_map_open(size_t expected); /* NULL when memory is out */
void jh_map_close(jh_map *map);

/* The value stored under key, or JH_MAP_NONE. */
uint32_t jh_map_find(const jh_map *map, jh_str key);

/* Stores value unless the key is there; returns the value that is now stored
 * (the older one if the key was there), or JH_MAP_NONE when memory is out. */
uint32_t jh_map_add(jh_map *map, jh_str key, uint32_t value);

size_t jh_map_count(const jh_map *map);

#endif
