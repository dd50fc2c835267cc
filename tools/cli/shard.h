/* shard.h - evaluate --shard: one part of the counties, for merge. */
#ifndef CLI_SHARD_H
#define CLI_SHARD_H

#include "cli/options.h"

/* Evaluates the part that --shard names and writes it; returns the exit status. What asks for a whole result
 * is refused by its name. */
int cli_shard_run(const cli_args *args);

#endif
