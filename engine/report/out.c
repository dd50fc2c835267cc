/* out.c - blocks of output; knows nothing of what they say. */
#include "report/out.h"

#define BLOCK_BYTES ((size_t)1 << 16)

void jh_out_init(jh_out *out, jh_sink sink, void *payload) {
  *out = (jh_out){.sink = sink, .payload = payload};
  jh_buf_init(&out->buf);
}

static void flush(jh_out *out) {
  if (out->is_broken || !jh_buf_ok(&out->buf) || out->buf.size == 0) return;
  if (!out->sink(out->payload, out->buf.at, out->buf.size)) out->is_broken = true;
  jh_buf_clear(&out->buf);
}

bool jh_out_block(jh_out *out) {
  if (out->buf.size >= BLOCK_BYTES) flush(out);
  return !out->is_broken && jh_buf_ok(&out->buf);
}

bool jh_out_give(jh_out *out, jh_str text) {
  if (text.size < BLOCK_BYTES) {
    jh_buf_add(&out->buf, text);
    return jh_out_block(out);
  }
  flush(out);
  if (!out->is_broken && jh_buf_ok(&out->buf) && !out->sink(out->payload, text.at, text.size)) {
    out->is_broken = true;
  }
  return !out->is_broken && jh_buf_ok(&out->buf);
}

jh_code jh_out_done(jh_out *out, jh_code code, jh_error *err) {
  /* What a failed writer left in the buffer is not handed on: it would look like a result. */
  if (!code) flush(out);
  bool is_broken = out->is_broken;
  bool is_full = !jh_buf_ok(&out->buf);
  jh_buf_done(&out->buf);
  if (code) return code;
  if (is_full) return jh_fail(err, JH_ENOMEM, NULL, NULL);
  if (is_broken) return jh_fail(err, JH_ENOT_WRITABLE, NULL, "output", NULL);
  return JH_OK;
}
