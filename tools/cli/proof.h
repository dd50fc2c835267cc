/* proof.h - test --edges and --mutate: what a pack's cases show and notice; new cases into a folder. */
#ifndef CLI_PROOF_H
#define CLI_PROOF_H

#include "cli/work.h"

/* As --edges, --write and --mutate ask, for the pack of an opened session; *missing is what is left
 * to do. Nothing if none was given. */
JH_CHECKED jh_code cli_proof_run(cli_work *work, size_t *missing);

#endif
