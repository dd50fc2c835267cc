-- The national rules of quality balance as one query over the four tables: a verdict for each county.
--
-- Knows the rules and the tables schools, rooms, counties, monitoring (typed by duckdb.js); written for
-- speed: one pass over each table, whole numbers but for the spreads. Words are numbers: 0 unmet,
-- 1 undetermined, 2 met or not applicable; the least of a set is the set's. A blank is a range
-- from the least to the most that its column may hold.
create or replace temp macro word(b) as case when b then 2 when not b then 0 else 1 end;
create or replace temp macro at_least(lo, hi, bound) as case when lo >= bound then true when hi < bound then false end;
-- A scope that is false needs nothing, one that is unknown leaves the verdict open.
create or replace temp macro scoped(scope, b) as case when not scope then 2 when scope is null then 1 else word(b) end;
-- Six of seven, and each at 85 % of its line: m are the seven, f their floors.
create or replace temp macro six_of_seven(met, unmet, floors) as
  case when floors = 0 or unmet > 1 then false when floors = 1 or met < 6 then null else true end;

create or replace temp view rooms_of as
  select school_code,
    sum((kind = '音乐教室' and area_m2 >= 96)::int)::int as music,
    sum((kind = '音乐教室' and area_m2 is null)::int)::int as music_open,
    sum((kind = '美术教室' and area_m2 >= 90)::int)::int as art,
    sum((kind = '美术教室' and area_m2 is null)::int)::int as art_open
  from rooms group by school_code;

-- Kept, for it is read three times below; a view where the tables are DuckDB's own.
create or replace temp table typed as
  select s.*,
    case school_type when '小学' then 1 when '小学教学点' then 2 when '初级中学' then 3 when '九年一贯制学校' then 4
      when '完全中学' then 5 when '十二年一贯制学校' then 6 else 0 end as kind,
    round(teaching_area_m2 * 100)::bigint as area, round(indoor_sports_area_m2 * 100)::bigint as gym,
    round(sports_ground_area_m2 * 100)::bigint as ground, round(equipment_value_wan_yuan * 1000000)::bigint as equipment
  from schools s;

-- One row for each stage of each school, with both ends of what the shared figures are divided by.
create or replace temp view units as
  select county_code, school_code, kind, 0 as stage, primary_students as n, primary_largest_class as largest,
    primary_diploma_teachers + primary_bachelor_teachers + primary_master_teachers + primary_doctor_teachers as degree,
    coalesce(primary_diploma_teachers, 0) + coalesce(primary_bachelor_teachers, 0) + coalesce(primary_master_teachers, 0)
      + coalesce(primary_doctor_teachers, 0) as degree_lo,
    primary_backbone_teachers as backbone,
    primary_pe_teachers + primary_music_teachers + primary_fine_arts_teachers + primary_arts_teachers as pe,
    coalesce(primary_pe_teachers, 0) + coalesce(primary_music_teachers, 0) + coalesce(primary_fine_arts_teachers, 0)
      + coalesce(primary_arts_teachers, 0) as pe_lo,
    area, gym, ground, equipment, multimedia_rooms as multimedia,
    case when kind in (4, 6) then 100 else 1 end as w,
    case kind when 4 then 110 * coalesce(junior_students, 0)
      when 6 then 110 * coalesce(junior_students, 0) + 132 * coalesce(senior_students, 0) else 0 end as others_lo,
    case kind when 4 then 110 * coalesce(junior_students, 20000)
      when 6 then 110 * coalesce(junior_students, 20000) + 132 * coalesce(senior_students, 20000) else 0 end as others_hi
  from typed where kind in (1, 2, 4, 6)
  union all
  select county_code, school_code, kind, 1, junior_students, junior_largest_class,
    junior_bachelor_teachers + junior_master_teachers + junior_doctor_teachers,
    coalesce(junior_bachelor_teachers, 0) + coalesce(junior_master_teachers, 0) + coalesce(junior_doctor_teachers, 0),
    junior_backbone_teachers,
    junior_pe_teachers + junior_music_teachers + junior_fine_arts_teachers + junior_arts_teachers,
    coalesce(junior_pe_teachers, 0) + coalesce(junior_music_teachers, 0) + coalesce(junior_fine_arts_teachers, 0)
      + coalesce(junior_arts_teachers, 0),
    area, gym, ground, equipment, multimedia_rooms,
    case kind when 4 then 110 when 5 then 100 when 6 then 110 else 1 end,
    case kind when 4 then 100 * coalesce(primary_students, 0) when 5 then 120 * coalesce(senior_students, 0)
      when 6 then 100 * coalesce(primary_students, 0) + 132 * coalesce(senior_students, 0) else 0 end,
    case kind when 4 then 100 * coalesce(primary_students, 20000) when 5 then 120 * coalesce(senior_students, 20000)
      when 6 then 100 * coalesce(primary_students, 20000) + 132 * coalesce(senior_students, 20000) else 0 end
  from typed where kind in (3, 4, 5, 6);

create or replace temp view ranged as
  select *, w * n + others_lo as lo, w * n + others_hi as hi,
    n > 0 and not (kind = 2 and n < 50) as enters,
    area - gym as teaching, coalesce(area, 0) - coalesce(gym, 200000000) as teaching_lo,
    coalesce(area, 200000000) - coalesce(gym, 0) as teaching_hi,
    ground + gym as sports, coalesce(ground, 0) + coalesce(gym, 0) as sports_lo
  from units;

-- Each figure is met (m) and above its floor (f) where the least of it times 1,000 is at least the line times
-- students. Sums with a blank have no upper end that could fall short of a line.
create or replace temp view judged as
  select county_code, school_code, stage, n, enters, largest,
    degree, backbone, pe, teaching, sports, equipment, multimedia, w, lo, hi,
    at_least(degree_lo * 100000, coalesce(degree, 1e9::bigint) * 100000, if(stage = 0, 4200, 5300) * n) as m1,
    at_least(coalesce(backbone, 0) * 100000, coalesce(backbone, 2000) * 100000, 1000 * n) as m2,
    at_least(pe_lo * 100000, coalesce(pe, 1e9::bigint) * 100000, 900 * n) as m3,
    case when teaching_lo * 10 * w >= if(stage = 0, 4500, 5800) * hi then true
      when teaching_hi * 10 * w < if(stage = 0, 4500, 5800) * lo then false end as m4,
    case when sports_lo * 10 * w >= if(stage = 0, 7500, 10200) * hi then true
      when sports * 10 * w < if(stage = 0, 7500, 10200) * lo then false end as m5,
    case when coalesce(equipment, 0) * w >= if(stage = 0, 200000, 250000) * hi then true
      when equipment * w < if(stage = 0, 200000, 250000) * lo then false end as m6,
    case when coalesce(multimedia, 0) * 100000 * w >= if(stage = 0, 2300, 2400) * hi then true
      when multimedia * 100000 * w < if(stage = 0, 2300, 2400) * lo then false end as m7,
    at_least(degree_lo * 10000000, coalesce(degree, 1e9::bigint) * 10000000, 85 * if(stage = 0, 4200, 5300) * n) as f1,
    at_least(coalesce(backbone, 0) * 10000000, coalesce(backbone, 2000) * 10000000, 85 * 1000 * n) as f2,
    at_least(pe_lo * 10000000, coalesce(pe, 1e9::bigint) * 10000000, 85 * 900 * n) as f3,
    case when teaching_lo * 1000 * w >= 85 * if(stage = 0, 4500, 5800) * hi then true
      when teaching_hi * 1000 * w < 85 * if(stage = 0, 4500, 5800) * lo then false end as f4,
    case when sports_lo * 1000 * w >= 85 * if(stage = 0, 7500, 10200) * hi then true
      when sports * 1000 * w < 85 * if(stage = 0, 7500, 10200) * lo then false end as f5,
    case when coalesce(equipment, 0) * 100 * w >= 85 * if(stage = 0, 200000, 250000) * hi then true
      when equipment * 100 * w < 85 * if(stage = 0, 200000, 250000) * lo then false end as f6,
    case when coalesce(multimedia, 0) * 10000000 * w >= 85 * if(stage = 0, 2300, 2400) * hi then true
      when multimedia * 10000000 * w < 85 * if(stage = 0, 2300, 2400) * lo then false end as f7
  from ranged;

create or replace temp view words as
  select *,
    scoped(enters, six_of_seven(
      coalesce(m1::int, 0) + coalesce(m2::int, 0) + coalesce(m3::int, 0) + coalesce(m4::int, 0) + coalesce(m5::int, 0)
        + coalesce(m6::int, 0) + coalesce(m7::int, 0),
      coalesce((not m1)::int, 0) + coalesce((not m2)::int, 0) + coalesce((not m3)::int, 0) + coalesce((not m4)::int, 0)
        + coalesce((not m5)::int, 0) + coalesce((not m6)::int, 0) + coalesce((not m7)::int, 0),
      least(word(f1), word(f2), word(f3), word(f4), word(f5), word(f6), word(f7)))) as resources,
    scoped(n > 0, case when coalesce(largest, 200) <= if(stage = 0, 45, 50) then true
      when coalesce(largest, 0) > if(stage = 0, 45, 50) then false end) as class_size,
    if(lo = hi, w * n / lo::double, null) as part
  from judged;

-- Whole numbers of a stage's own, parts of what is shared; n is at least 1 where a unit enters.
create or replace temp macro spread(units, known, people, total, squares, one) as
  case when units = 0 then 2 when known < units or total = 0 then 1
    when people * squares <= one * total * total then 2 else 0 end;

create or replace temp view stage_words as
  select county_code, min(least(resources, class_size)) as own, stage,
    count(*) filter (enters is null) as open, count(*) filter (enters) as entered,
    sum(n) filter (enters)::double as people,
    count(degree) filter (enters) as k1, sum(degree) filter (enters)::double as s1, sum(degree * degree / n::double) filter (enters) as q1,
    count(backbone) filter (enters) as k2, sum(backbone) filter (enters)::double as s2, sum(backbone * backbone / n::double) filter (enters) as q2,
    count(pe) filter (enters) as k3, sum(pe) filter (enters)::double as s3, sum(pe * pe / n::double) filter (enters) as q3,
    count(teaching * part) filter (enters) as k4, sum(teaching * part) filter (enters) as s4, sum((teaching * part) * (teaching * part) / n) filter (enters) as q4,
    count(sports * part) filter (enters) as k5, sum(sports * part) filter (enters) as s5, sum((sports * part) * (sports * part) / n) filter (enters) as q5,
    count(equipment * part) filter (enters) as k6, sum(equipment * part) filter (enters) as s6, sum((equipment * part) * (equipment * part) / n) filter (enters) as q6,
    count(multimedia * part) filter (enters) as k7, sum(multimedia * part) filter (enters) as s7, sum((multimedia * part) * (multimedia * part) / n) filter (enters) as q7
  from words group by county_code, stage;

create or replace temp view resource_words as
  select county_code, min(own) as own, min(if(open > 0, 1, least(
      spread(entered, k1, people, s1, q1, if(stage = 0, 1.25, 1.2025)), spread(entered, k2, people, s2, q2, if(stage = 0, 1.25, 1.2025)),
      spread(entered, k3, people, s3, q3, if(stage = 0, 1.25, 1.2025)), spread(entered, k4, people, s4, q4, if(stage = 0, 1.25, 1.2025)),
      spread(entered, k5, people, s5, q5, if(stage = 0, 1.25, 1.2025)), spread(entered, k6, people, s6, q6, if(stage = 0, 1.25, 1.2025)),
      spread(entered, k7, people, s7, q7, if(stage = 0, 1.25, 1.2025))))) as balance
  from stage_words group by county_code;

create or replace temp view school_scopes as
  select s.*,
    coalesce(r.music, 0) as music, coalesce(r.music_open, 0) as music_open,
    coalesce(r.art, 0) as art, coalesce(r.art_open, 0) as art_open,
    if(kind in (1, 2, 4, 6), coalesce(primary_students, 0), 0) + if(kind in (3, 4, 5, 6), coalesce(junior_students, 0), 0) as students_lo,
    if(kind in (1, 2, 4, 6), coalesce(primary_students, 20000), 0) + if(kind in (3, 4, 5, 6), coalesce(junior_students, 20000), 0) as students_hi,
    (if(kind in (1, 2, 4, 6), coalesce(primary_classes, 0), 0) + if(kind in (3, 4, 5, 6), coalesce(junior_classes, 0), 0) + 11) // 12 as rooms_lo,
    (if(kind in (1, 2, 4, 6), coalesce(primary_classes, 400), 0) + if(kind in (3, 4, 5, 6), coalesce(junior_classes, 400), 0) + 11) // 12 as rooms_hi,
    case when kind = 0 then false when kind <> 2 then true when students_lo >= 50 then true when students_hi < 50 then false end as needs_rooms,
    (kind = 2 or (kind = 1 and area_type = '乡村'))
      and case when students_hi < 100 then true when students_lo >= 100 then false end as is_small,
    if(kind in (4, 6), 2500, 2000) as most,
    area_type in ('城区', '镇区') and organiser not in ('民办', '中外合作办') and not is_boarding as catchment,
    catchment and kind in (1, 2, 4, 6) as catchment0, catchment and kind in (3, 4, 5, 6) as catchment1,
    school_type <> '高级中学' as compulsory
  from typed s left join rooms_of r using (school_code);

create or replace temp view school_words as
  select *,
    scoped(needs_rooms, case when music >= rooms_hi then true when music + music_open < rooms_lo then false end) as music_word,
    scoped(needs_rooms, case when art >= rooms_hi then true when art + art_open < rooms_lo then false end) as art_word,
    scoped(kind > 0, case when students_hi <= most then true when students_lo > most then false end) as size_word,
    scoped(is_small, at_least(coalesce(funded_students, 0), coalesce(funded_students, 30000), 100)) as funding_word,
    scoped(compulsory, if(public_funds_budget_wan_yuan > 0, training_funds_wan_yuan * 20 >= public_funds_budget_wan_yuan, null)) as training_word,
    scoped(compulsory, has_charter) as charter_word, scoped(compulsory, is_ict_managed) as managed_word,
    scoped(compulsory, is_ict_used_well) as use_word, scoped(compulsory, is_moral_culture_good) as moral_word,
    scoped(compulsory, is_curriculum_complete) as curriculum_word, scoped(compulsory, is_workload_light) as workload_word
  from school_scopes;

create or replace temp view school_totals as
  select county_code,
    min(least(music_word, art_word, size_word, funding_word, training_word, charter_word, managed_word, use_word, moral_word,
      curriculum_word, workload_word)) as own,
    sum(coalesce(trained_360h_teachers, 0)) as trained_lo, sum(coalesce(trained_360h_teachers, 3000)) as trained_hi,
    sum(coalesce(certified_teachers, 0)) as certified_lo, sum(coalesce(certified_teachers, 3000)) as certified_hi,
    sum(coalesce(full_time_teachers, 0)) as full_lo, sum(coalesce(full_time_teachers, 3000)) as full_hi,
    bool_or(catchment0) as some0, count(*) filter (catchment0 is null) as open0,
    sum(coalesce(primary_catchment_students, 0)) filter (catchment0) as near0_lo,
    sum(coalesce(primary_catchment_students, 20000)) filter (catchment0 is not false) as near0_hi,
    sum(coalesce(primary_students, 0)) filter (catchment0) as all0_lo,
    sum(coalesce(primary_students, 20000)) filter (catchment0 is not false) as all0_hi,
    bool_or(catchment1) as some1, count(*) filter (catchment1 is null) as open1,
    sum(coalesce(junior_catchment_students, 0)) filter (catchment1) as near1_lo,
    sum(coalesce(junior_catchment_students, 20000)) filter (catchment1 is not false) as near1_hi,
    sum(coalesce(junior_students, 0)) filter (catchment1) as all1_lo,
    sum(coalesce(junior_students, 20000)) filter (catchment1 is not false) as all1_hi
  from school_words group by county_code;

-- A part of 100 of something, both with ends; without anything to divide by it is open.
create or replace temp macro percent(num_lo, num_hi, den_lo, den_hi, bound) as
  case when den_hi > 0 and num_lo * 100 >= bound * den_hi then true when den_lo > 0 and num_hi * 100 < bound * den_lo then false end;

create or replace temp view county_words as
  select county_code,
    least(word(years_since_basic_balance >= 3), word(is_monitoring_high), word(is_layout_planned),
      word(has_unified_building_standard and has_unified_staffing_standard and has_unified_funding_standard
        and has_unified_equipment_standard),
      scoped(special_education_students > 0, special_education_funds_wan_yuan * 10000 >= 6000 * special_education_students),
      word(teacher_mean_pay_yuan >= civil_servant_mean_pay_yuan), word(has_full_performance_pay),
      word(has_county_allocated_posts),
      scoped(rotation_eligible_teachers > 0, rotated_teachers * 100 >= 10 * rotation_eligible_teachers),
      scoped(rotated_teachers > 0, rotated_backbone_teachers * 100 >= 20 * rotated_teachers),
      scoped(quality_senior_places > 0, quota_places * 100 >= 50 * quality_senior_places),
      word(has_rural_quota_tilt), word(has_left_behind_care),
      scoped(migrant_children > 0, percent(
        coalesce(migrant_children_in_public_schools, 0) + coalesce(migrant_children_in_purchased_places, 0),
        coalesce(migrant_children_in_public_schools, 1000000) + coalesce(migrant_children_in_purchased_places, 1000000),
        migrant_children, migrant_children, 85)),
      scoped(junior_entrants > 0, (junior_graduates - junior_transferred_in + junior_transferred_out) * 100
        >= 95 * (junior_entrants - junior_deaths)),
      scoped(disabled_children > 0, percent(
        coalesce(disabled_in_special_schools, 0) + coalesce(disabled_in_ordinary_schools, 0) + coalesce(disabled_taught_at_home, 0),
        coalesce(disabled_in_special_schools, 100000) + coalesce(disabled_in_ordinary_schools, 100000)
          + coalesce(disabled_taught_at_home, 100000),
        disabled_children, disabled_children, 95)),
      word(social_recognition_percent >= 85), word(not has_exam_admission), word(not has_illegal_school_choice),
      word(not has_key_schools_or_classes), word(not has_unfilled_posts), word(not has_major_incident),
      word(not has_falsification)) as own,
    monitored_subjects
  from counties;

create or replace temp view subject_words as
  select county_code, count(*) as subjects, min(word(attained_level >= 3 and difference_rate < 0.15)) as own
  from monitoring group by county_code;

create or replace temp view verdicts as
  select county_code, least(c.own, coalesce(m.own, 2),
    word(monitored_subjects >= 1 and monitored_subjects <= coalesce(m.subjects, 0)),
    coalesce(r.own, 2), coalesce(r.balance, 2), coalesce(t.own, 2),
    word(percent(trained_lo, trained_hi, full_lo, full_hi, 100)), word(percent(certified_lo, certified_hi, full_lo, full_hi, 100)),
    scoped(if(coalesce(some0, false), true, if(open0 > 0, null, false)), percent(near0_lo, near0_hi, all0_lo, all0_hi, 100)),
    scoped(if(coalesce(some1, false), true, if(open1 > 0, null, false)), percent(near1_lo, near1_hi, all1_lo, all1_hi, 95))) as verdict
  from county_words c left join subject_words m using (county_code) left join resource_words r using (county_code)
    left join school_totals t using (county_code);

-- Every finding of stages, schools and counties as a line: what a run that writes all of them has to write.
create or replace temp view findings as
  select county_code, 'stage' as level, school_code as code, stage, unnest(['higher_degree_teachers_per_100',
      'backbone_teachers_per_100', 'pe_art_teachers_per_100', 'teaching_area_per_student', 'sports_area_per_student',
      'equipment_value_per_student', 'multimedia_rooms_per_100', 'school_resources', 'class_size']) as rule,
    unnest([scoped(enters, m1), scoped(enters, m2), scoped(enters, m3), scoped(enters, m4), scoped(enters, m5),
      scoped(enters, m6), scoped(enters, m7), resources, class_size]) as verdict,
    unnest([round(degree * 100 / n, 4), round(backbone * 100 / n, 4), round(pe * 100 / n, 4),
      round(teaching * part / 100 / n, 4), round(sports * part / 100 / n, 4), round(equipment * part / 100 / n, 4),
      round(multimedia * part * 100 / n, 4), null, largest]) as measure
  from words
  union all
  select county_code, 'school', school_code, null, unnest(['music_rooms', 'art_rooms', 'school_size', 'small_school_funding',
      'training_funds', 'charter', 'ict_management', 'ict_use', 'moral_culture', 'curriculum', 'workload']),
    unnest([music_word, art_word, size_word, funding_word, training_word, charter_word, managed_word, use_word, moral_word,
      curriculum_word, workload_word]),
    unnest([music, art, students_lo, funded_students, round(training_funds_wan_yuan::double * 100 / public_funds_budget_wan_yuan::double, 4),
      null, null, null, null, null, null])
  from school_words
  union all
  select county_code, 'county', county_code, null, 'quality_balance', verdict, null from verdicts;
