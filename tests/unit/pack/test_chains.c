/* Chains of overlays made at random, against a model of days and values that shares nothing with the engine.
 *
 * JUNHENG_SEED=n makes the chains of one seed again. */
#include "support/test.h"

#include "pack/load.h"
#include "write.h"

enum { LAYERS = 4, YEARS = 12, FIRST = 2020, CHAINS = 120 };

static uint64_t dice;

static int below(int most) {
  dice = dice * 6364136223846793005u + 1442695040888963407u;
  return (int)((dice >> 33) % (uint64_t)most);
}

/* The model: what counts in each year, and which years begin with a word of a layer below. */
static int value[YEARS];
static bool is_said[YEARS];

/* What an overlay says: a number from one year to before another (YEARS = for ever). */
typedef struct saying {
  int from, to, now;
  bool is_right; /* does it name the number that stands there? */
} saying;

static jh_code expect(const saying *one) {
  if (!one->is_right) return JH_EBASE_MOVED;
  for (int y = one->from + 1; y < one->to; y++) {
    if (is_said[y]) return JH_ECHANGE_OVERRUN;
  }
  int later = one->to < YEARS ? value[one->to] : 0;
  for (int y = one->from; y < one->to; y++) value[y] = one->now;
  is_said[one->from] = true;
  if (one->to < YEARS) is_said[one->to] = true, value[one->to] = later;
  return JH_OK;
}

static void write_layer(int index, const saying *one) {
  char text[800], file[60], end[60] = "", base[20] = "base";
  if (index) (void)snprintf(base, sizeof base, "o%d", index - 1);
  if (one->to < YEARS)
    (void)snprintf(end, sizeof end, ", until_date = \"%d-01-01\"", FIRST + one->to);
  (void)snprintf(
      text, sizeof text,
      "overlay \"o%d\" { on = \"%s\", name = \"n\", in_force = \"2020-01-01\", contract = "
      "\"may_relax\",\n  document = document \"d%d\" { title = \"t\" } }\n"
      "change \"x.at_least\" { was = %d, now = %d, clause = \"c\", from = \"%d-01-01\"%s }\n",
      index, base, index, value[one->from] + !one->is_right, one->now, FIRST + one->from, end);
  (void)snprintf(file, sizeof file, "chains/o%d.lua", index);
  write_text(file, text);
}

static void write_base(void) {
  make_folder("chains"), make_folder("chains/base");
  write_text(
      "chains/base/words.lua",
      "dictionary \"w\" { name = \"w\", version = \"1\" }\n"
      "table_of \"counties\" { name = \"县\", level = \"county\", key = \"code\", columns = {\n"
      "  column \"code\" { name = \"代码\", type = \"code\" },\n"
      "  column \"is_good\" { name = \"好\", type = \"bool\" } } }\n");
  write_text(
      "chains/base/pack.lua",
      "pack \"base\" { name = \"n\", version = \"1\", dictionary = \"words.lua\",\n"
      "  document = document \"文\" { title = \"t\" }, in_force = \"2020-01-01\",\n"
      "  coverage = \"complete\", files = { \"article\" } }\n");
  write_text(
      "chains/base/article.lua", "indicator \"x\" { name = \"x\", clause = \"一\", of = county,\n"
                                 "  measure = choose(county.is_good, 3, 1), at_least = 5 }\n"
                                 "verdict \"v\" { name = \"v\", clause = \"一\", of = county,\n"
                                 "  holds = all_of { indicator \"x\" } }\n");
}

static void check_chain(uint64_t seed) {
  char top[600];
  jh_plan *plan = NULL;
  jh_error err = {0};
  jh_diag *diag = jh_diag_open(10);
  jh_code wanted = JH_OK;
  dice = seed;
  for (int y = 0; y < YEARS; y++) value[y] = 5, is_said[y] = false;
  int count = 1 + below(LAYERS), made = 0;
  for (; made < count && !wanted; made++) {
    saying one = {.from = below(YEARS), .to = YEARS, .is_right = below(12) > 0};
    if (below(2) && one.from + 1 < YEARS) one.to = one.from + 1 + below(YEARS - one.from - 1);
    one.now = value[one.from] + 1 + below(9);
    write_layer(made, &one);
    wanted = expect(&one);
  }
  (void)snprintf(top, sizeof top, "%s/chains/o%d.lua", JH_TEST_FOLDER, made - 1);
  jh_pack_options options = {.folder = top, .share_folder = JH_TEST_FOLDER};
  jh_code code = jh_pack_load(&plan, &options, diag, &err);
  if (code != wanted) fail_msg("seed %llu: %d, not %d", (unsigned long long)seed, code, wanted);
  for (int y = 0; y < YEARS && !code; y++) {
    const jh_param *param = &plan->params[jh_plan_param(plan, jh_str_of("x.at_least"))];
    jh_date day = (jh_date)((FIRST + y) * 10000 + 701);
    int found = (int)jh_param_on(param, JH_NONE, day)->value.mantissa;
    if (found != value[y])
      fail_msg("seed %llu, %d: %d, not %d", (unsigned long long)seed, FIRST + y, found, value[y]);
  }
  jh_plan_close(plan);
  jh_diag_close(diag);
}

TEST(numbers_of_a_chain_are_those_of_the_model_on_every_day) {
  const char *given = getenv("JUNHENG_SEED");
  write_base();
  if (given) {
    check_chain(strtoull(given, NULL, 10));
    return;
  }
  for (uint64_t seed = 1; seed <= CHAINS; seed++) check_chain(seed);
}

TESTS(RUN(numbers_of_a_chain_are_those_of_the_model_on_every_day))
