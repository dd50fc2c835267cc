/* layers.h - the chain on which a pack stands: base, overlays, reforms. Private to report/. */
#ifndef JH_REPORT_LAYERS_H
#define JH_REPORT_LAYERS_H

#include "report/report.h"

/* A line for each overlay and each reform, for packs that are used, and for the pack at the bottom where
 * the line "Pack" tells of another one. Nothing for a pack that stands alone. */
void jh_layers_text(jh_buf *buf, const jh_report_head *head, jh_lang lang);

/* ,"layers":[…] of docs/JSON.md. */
void jh_layers_list(jh_buf *buf, const jh_plan *plan);

/* The same; nothing for a pack that stands alone. */
void jh_layers_json(jh_buf *buf, const jh_plan *plan);

/* Layers that were made for another region than that of some counties evaluated: a line each. */
void jh_layers_trial_text(jh_buf *buf, const jh_results *results, jh_lang lang);

/* ,"on_trial":[…]; nothing if there are none. */
void jh_layers_trial_json(jh_buf *buf, const jh_results *results);

#endif
