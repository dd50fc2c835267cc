/* junheng.h - the public interface of libjunheng: the one header a program includes.
 *
 * Junheng judges counties and schools by standards written as rule packs.
 *
 * # In five calls
 *
 *     jh_session *session;
 *     jh_session_open(&session, &options, &error);    pack and data, read and checked
 *     jh_session_evaluate(session, &how, &error);     all verdicts
 *     jh_session_write(session, JH_FORMAT_JSON, JH_EN, sink, payload, &error);
 *     jh_session_explain(session, &what, &error);                   why one of them
 *     jh_session_close(session);
 *
 * # Ownership
 *
 * A session owns everything that it read and computed; texts handed out live
 * as long as the session. There is no global state: sessions are independent,
 * and one session is used by one thread at a time.
 *
 * # Errors
 *
 * Fallible functions return a jh_code and fill a jh_error that the caller
 * owns (NULL is allowed). Problems with data and warnings about packs are
 * gathered in the session's diagnostics, which remain readable after a failed
 * open: jh_session_open then still gives a session, which must be closed.
 */
#ifndef JUNHENG_H
#define JUNHENG_H

#include "junheng/archive.h"
#include "junheng/data.h"
#include "junheng/edit.h"
#include "junheng/lab.h"
#include "junheng/rules.h"
#include "junheng/session.h"
#include "junheng/shard.h"

#endif
