/* edge_scratch.h - a case to begin with, for rules that have none. Private to study/. */
#ifndef JH_STUDY_EDGE_SCRATCH_H
#define JH_STUDY_EDGE_SCRATCH_H

#include "study/edge_search.h"

/* Each cell that the edge's rule reads holds something plain. NULL: memory, told in s->code. */
jh_case *jh_edge_scratch(jh_edge_search *s);

#endif
