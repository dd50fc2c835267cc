/* test_solve_county.c - whole counties: solved soundly, and how near to the proven bound.
 *
 * JH_SCHOOLS, JH_MANY, JH_WORST, JH_BEST, JH_MOVES in the environment make it larger; it prints what it found.
 */
#include "county.h"

#include <time.h>

static int wanted(const char *name, int usual) {
  const char *text = getenv(name);
  return text ? atoi(text) : usual;
}

TEST(counties_are_balanced_near_the_proven_bound) {
  random_source r = random_open();
  int schools = wanted("JH_SCHOOLS", 8), many = wanted("JH_MANY", 6), exact = 0;
  double widest = 0, sum = 0, longest = 0;
  for (int i = 0; i < many; i++) {
    county c = random_county(&r, schools, wanted("JH_WORST", 40), wanted("JH_BEST", 260));
    if (wanted("JH_MOVES", i % 2)) add_moves(&c, 20000);
    clock_t from = clock();
    jh_remedy_solution s = solved(&c.made);
    double seconds = (double)(clock() - from) / CLOCKS_PER_SEC;
    assert_int_equal(s.state, JH_REMEDY_SOLVED);
    if (schools < 20) assert_sound(&c.made, &s);
    double cost = jh_rat_double(&s.cost), bound = jh_rat_double(&s.bound);
    double gap = cost > 0 ? (cost - bound) / cost : 0;
    printf(
        "           %8.0f yuan, bound %8.0f, gap %.3f %%, %d %.2f s, %llu steps\n", cost, bound,
        100 * gap, s.is_exact, seconds, (unsigned long long)s.steps);
    exact += s.is_exact;
    sum += gap;
    if (gap > widest) widest = gap;
    if (seconds > longest) longest = seconds;
    jh_remedy_solve_done(&s, &c.made.problem);
    close_made(&c.made);
  }
  printf(
      "           of %d counties with %d schools: %d proven the cheapest, gap %.3f %% on average, "
      "at most %.3f %%\n",
      many, schools, exact, 100 * sum / many, 100 * widest);
}

TESTS(RUN(counties_are_balanced_near_the_proven_bound))
