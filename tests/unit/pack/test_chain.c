/* test_chain.c - the files on which a pack stands: found, refused, and looked for while memory runs out. */
#include "support/test.h"

#include <unistd.h>

#include "pack/chain.h"
#include "scarce_arena.h"
#include "write.h"

static jh_error err;
static jh_plan *plan;
static jh_script *script;
static jh_chain chain;

static void write_head(const char *file, const char *kind, const char *id, const char *on) {
  char text[300], stands[100] = "";
  if (on) (void)snprintf(stands, sizeof stands, "on = \"%s\", ", on);
  (void)snprintf(text, sizeof text, "%s \"%s\" { %sname = \"n\" }\n", kind, id, stands);
  write_text(file, text);
}

static void open_chain(void) {
  static char share[600];
  assert_int_equal(jh_plan_open(&plan, &err), JH_OK);
  assert_int_equal(jh_script_open(&script, plan, NULL, &err), JH_OK);
  (void)snprintf(share, sizeof share, "%s", at("chain/share"));
  chain = (jh_chain){.arena = plan->arena, .script = script, .share = share};
}

static void close_chain(void) {
  jh_script_close(script);
  jh_plan_close(plan);
}

static int set_up(void **state) {
  (void)state;
  make_folder("chain");
  make_folder("chain/share");
  make_folder("chain/share/rules");
  write_head("chain/base.lua", "pack", "base", NULL);
  write_head("chain/share/rules/far.lua", "pack", "far", NULL);
  write_head("chain/top.lua", "overlay", "top", "base");
  write_head("chain/more.lua", "reform", "more", "any");
  write_head("chain/made.lua", "reform", "made", "top");
  open_chain();
  return 0;
}

static int tear_down(void **state) {
  (void)state;
  close_chain();
  return 0;
}

static jh_code find(const char *pack, const char *const *reforms, size_t count) {
  char path[600], texts[40][300];
  const char *paths[40];
  (void)snprintf(path, sizeof path, "%s", at(pack));
  for (size_t i = 0; i < count; i++) {
    (void)snprintf(texts[i], sizeof texts[i], "%s", at(reforms[i]));
    paths[i] = texts[i];
  }
  return jh_chain_find(&chain, path, paths, count, &err);
}

/* The bottom link says that it uses the packs, under the names. */
static jh_code use(const char *const *ids, const char *const *names, size_t count) {
  chain.links[0].uses = ids;
  chain.links[0].use_names = names;
  chain.links[0].use_count = count;
  return jh_chain_add_used(&chain, 0, &err);
}

TEST(reforms_stand_on_what_they_name_or_on_any) {
  const char *const both[] = {"chain/made.lua", "chain/more.lua"};
  assert_int_equal(find("chain/top.lua", both, 2), JH_OK);
  assert_int_equal(chain.count, 4);
  assert_string_equal(chain.links[0].head.id, "base");
  assert_string_equal(chain.links[3].head.id, "more");
}

TEST(a_reform_of_another_overlay_one_given_twice_and_a_pack_are_refused) {
  const char *const made[] = {"chain/made.lua"}, *const base[] = {"chain/base.lua"};
  const char *const twice[] = {"chain/more.lua", "chain/more.lua"};
  const char *const none[] = {"chain/none.lua"};
  assert_int_equal(find("chain/base.lua", made, 1), JH_EREFORM_ELSEWHERE);
  chain.count = 0;
  assert_int_equal(find("chain/top.lua", twice, 2), JH_EDUPLICATE);
  chain.count = 0;
  assert_int_equal(find("chain/top.lua", base, 1), JH_ENO_REFORM);
  chain.count = 0;
  assert_int_equal(find("chain/top.lua", none, 1), JH_ENO_PACK);
  chain.count = 0;
  assert_int_equal(find("chain/more.lua", NULL, 0), JH_EIS_REFORM);
}

/* What comes of an overlay on `on`; texts that were read are kept, so each has a file of its own. */
static jh_code find_on(const char *on) {
  static int next;
  char file[60];
  (void)snprintf(file, sizeof file, "chain/odd%d.lua", next++);
  write_head(file, "overlay", "odd", on);
  chain.count = 0;
  return find(file, NULL, 0);
}

TEST(bases_are_named_by_ids_that_lead_nowhere_else) {
  static const char *const ids[] = {"../base", "a:b", "a/../base", "unheard", "other"};
  char root[600];
  (void)snprintf(root, sizeof root, "%s", at("chain/base"));
  write_head("chain/other.lua", "pack", "not_other", NULL);
  for (size_t i = 0; i < COUNT(ids); i++) assert_int_equal(find_on(ids[i]), JH_EUNKNOWN_BASE);
  assert_int_equal(find_on(root), JH_EUNKNOWN_BASE);
  assert_int_equal(find_on("far"), JH_OK);
  write_text("chain/headless.lua", "overlay \"headless\" { name = \"n\" }\n");
  assert_int_equal(find_on("headless"), JH_EHEAD_FORM);
}

TEST(a_folder_needs_a_head_and_no_chain_goes_round) {
  const char *const elsewhere[] = {"chain/elsewhere.lua"};
  make_folder("chain/bare");
  write_text("chain/bare/pack.lua", "local x = 1\n");
  assert_int_equal(find("chain/bare", NULL, 0), JH_EMISSING_FIELD);
  assert_int_equal(find_on("bare"), JH_EMISSING_FIELD);
  write_head("chain/left.lua", "overlay", "left", "right");
  write_head("chain/right.lua", "overlay", "right", "left");
  assert_int_equal(find("chain/left.lua", NULL, 0), JH_EBASE_CYCLE);
  write_head("chain/elsewhere.lua", "reform", "elsewhere", "none");
  chain.count = 0;
  assert_int_equal(find("chain/top.lua", elsewhere, 1), JH_EREFORM_ELSEWHERE);
}

TEST(a_folder_whose_head_is_a_link_out_of_it_is_no_pack) {
  make_folder("chain/linked");
  (void)remove(at("chain/linked/pack.lua"));
  assert_int_equal(symlink("../base.lua", at("chain/linked/pack.lua")), 0);
  assert_int_equal(find("chain/linked", NULL, 0), JH_ELINK_OUT);
}

TEST(a_base_is_looked_for_twelve_folders_up) {
  char name[300] = "chain";
  for (int i = 0; i < 13; i++) {
    size_t used = strlen(name);
    (void)snprintf(name + used, sizeof name - used, "/f");
    make_folder(name);
    char file[320];
    (void)snprintf(file, sizeof file, "%s/low.lua", name);
    write_head(file, "overlay", "low", "base");
    chain.count = 0;
    assert_int_equal(find(file, NULL, 0), i < 11 ? JH_OK : JH_EUNKNOWN_BASE);
  }
}

TEST(overlays_and_reforms_end_where_there_is_no_room_for_more) {
  char file[40], id[20], on[20] = "base";
  static char names[JH_CHAIN_MOST][40];
  const char *reforms[JH_CHAIN_MOST];
  for (int i = 1; i <= JH_CHAIN_MOST / 2; i++) {
    (void)snprintf(id, sizeof id, "o%d", i);
    (void)snprintf(file, sizeof file, "chain/%s.lua", id);
    write_head(file, "overlay", id, on);
    memcpy(on, id, sizeof on);
  }
  assert_int_equal(find("chain/o16.lua", NULL, 0), JH_EBASE_CYCLE);
  chain.count = 0;
  assert_int_equal(find("chain/o15.lua", NULL, 0), JH_OK);
  assert_int_equal(chain.count, JH_CHAIN_MOST / 2);
  for (int i = 0; i < JH_CHAIN_MOST; i++) {
    (void)snprintf(id, sizeof id, "r%d", i);
    (void)snprintf(names[i], sizeof names[i], "chain/%s.lua", id);
    write_head(names[i], "reform", id, "any");
    reforms[i] = names[i];
  }
  chain.count = 0;
  assert_int_equal(find("chain/base.lua", reforms, JH_CHAIN_MOST - 1), JH_OK);
  const char *const far[] = {"far"}, *const bare[] = {""};
  assert_int_equal(use(far, bare, 1), JH_EUNKNOWN_BASE);
  chain.count = 0;
  assert_int_equal(find("chain/base.lua", reforms, JH_CHAIN_MOST), JH_EBASE_CYCLE);
}

TEST(what_is_used_is_a_pack_once_for_each_name_and_never_itself) {
  const char *const ids[] = {"far", "far", "far"}, *const names[] = {"gate", "gate", ""};
  const char *const other[] = {"second"}, *const self[] = {"base"}, *const top[] = {"top"};
  const char *const odd[] = {"broken"}, *const gate[] = {"gate"}, *const bare[] = {""};
  write_head("chain/second.lua", "pack", "second", NULL);
  write_text("chain/broken.lua", "local x = 1\n");
  assert_int_equal(find("chain/base.lua", NULL, 0), JH_OK);
  assert_int_equal(use(ids, names, 3), JH_OK);
  assert_int_equal(chain.count, 3);
  assert_string_equal(chain.links[1].scope, "gate.");
  assert_string_equal(chain.links[2].scope, "");
  assert_int_equal(use(other, gate, 1), JH_EDUPLICATE);
  assert_int_equal(use(self, bare, 1), JH_EBASE_CYCLE);
  assert_int_equal(use(self, names, 1), JH_EBASE_CYCLE);
  assert_int_equal(use(top, bare, 1), JH_EUNKNOWN_BASE);
  assert_int_equal(use(odd, bare, 1), JH_EMISSING_FIELD);
  /* below: the one above it again, which would never end */
  chain.links[1].uses = self, chain.links[1].use_names = gate, chain.links[1].use_count = 1;
  assert_int_equal(jh_chain_add_used(&chain, 1, &err), JH_EBASE_CYCLE);
  const char *const two[] = {"top", "far"}, *const bare_two[] = {"", "x"};
  assert_int_equal(use(two, bare_two, 2), JH_EUNKNOWN_BASE);
  assert_int_equal(chain.count, 3); /* nothing behind the first that fails */
}

/* Overlay, base above in a folder, a reform, packs used from share/rules. */
static jh_code find_all(void) {
  const char *const reforms[] = {"chain/more.lua"};
  const char *const ids[] = {"far", "far"}, *const names[] = {"gate", ""};
  jh_code code = find("chain/ground/top", reforms, 1);
  return code ? code : use(ids, names, 2);
}

TEST(every_allocation_that_fails_is_told_as_want_of_memory) {
  make_folder("chain/ground");
  make_folder("chain/ground/top");
  write_head("chain/ground/top/pack.lua", "overlay", "top", "base");
  bool has_ended = false;
  for (long n = 0; n < 2000 && !has_ended; n++) {
    close_chain();
    open_chain();
    has_refused = false;
    left = n;
    jh_code code = find_all();
    left = -1;
    has_ended = !has_refused;
    assert_int_equal(code, has_refused ? JH_ENOMEM : JH_OK);
  }
  assert_true(has_ended);
}

#define FRESH(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
TESTS(
    FRESH(reforms_stand_on_what_they_name_or_on_any),
    FRESH(a_reform_of_another_overlay_one_given_twice_and_a_pack_are_refused),
    FRESH(bases_are_named_by_ids_that_lead_nowhere_else),
    FRESH(a_folder_needs_a_head_and_no_chain_goes_round),
    FRESH(a_folder_whose_head_is_a_link_out_of_it_is_no_pack),
    FRESH(a_base_is_looked_for_twelve_folders_up),
    FRESH(overlays_and_reforms_end_where_there_is_no_room_for_more),
    FRESH(what_is_used_is_a_pack_once_for_each_name_and_never_itself),
    FRESH(every_allocation_that_fails_is_told_as_want_of_memory))
