/* duckdb.js - the national rules by DuckDB, timed inside the process.
 *
 * node duckdb.js MODULES DATA OUT               reads the CSV files
 * node duckdb.js MODULES DATA OUT build FILE    writes a database file of the columns that the rules need
 * node duckdb.js MODULES DATA OUT open FILE     judges from that database file
 * node duckdb.js MODULES DATA OUT write FILE    reads the CSV files and writes every finding into FILE
 *
 * MODULES is a folder with node_modules/@duckdb/node-api. OUT gets "county_code,verdict" lines. Prints one
 * line of JSON: seconds and processor seconds from opening the database to the verdicts, and by how many MiB the
 * peak of the process grew over what node held before the library was loaded.
 */
"use strict";
const fs = require("fs");
const path = require("path");

const [modules, data, out, mode, file] = process.argv.slice(2);
const DECIMALS = new Set([
  "teaching_area_m2", "indoor_sports_area_m2", "sports_ground_area_m2", "equipment_value_wan_yuan",
]); /* made whole numbers at once; doubles hold them exactly and are read faster than decimals */
const DIGITS = {
  public_funds_budget_wan_yuan: 6, training_funds_wan_yuan: 6, area_m2: 2, special_education_funds_wan_yuan: 6,
  teacher_mean_pay_yuan: 2, civil_servant_mean_pay_yuan: 2, social_recognition_percent: 4, difference_rate: 4,
};
const TEXTS = new Set(["school_type", "organiser", "area_type", "kind", "monitored_stage", "subject"]);

function typeOf(name) {
  if (DECIMALS.has(name)) return "double";
  if (name in DIGITS) return `decimal(14,${DIGITS[name]})`;
  if (TEXTS.has(name) || /_(name|evidence)$/.test(name)) return "varchar";
  if (/^(is|has)_/.test(name)) return "varchar"; /* 是, 否 */
  return name === "school_code" || name === "parent_school_code" ? "bigint" : /_code$/.test(name) ? "integer" : "bigint";
}

function header(table) {
  const source = fs.openSync(path.join(data, table + ".csv"), "r");
  const block = Buffer.alloc(1 << 16);
  const size = fs.readSync(source, block, 0, block.length, 0);
  fs.closeSync(source);
  return block.toString("utf8", 0, size).replace(/^\uFEFF/, "").split(/\r?\n/)[0].split(",");
}

/* What a table is read by: every column declared, yes and no turned into truth values, only what a query names read. */
function reader(table, wanted) {
  const names = header(table);
  const columns = names.map((n) => `'${n}': '${typeOf(n)}'`).join(", ");
  const picked = names.filter((n) => wanted.has(n)).map((n) => (/^(is|has)_/.test(n) ? `${n} = '是' as ${n}` : n));
  return `select ${picked.join(", ")} from read_csv('${path.join(data, table + ".csv")}', header = true, auto_detect = false,
    delim = ',', quote = '"', escape = '"', columns = {${columns}})`;
}

async function main() {
  const before = process.resourceUsage().maxRSS;
  const { DuckDBInstance } = require(path.join(modules, "node_modules", "@duckdb", "node-api"));
  const rules = fs.readFileSync(path.join(__dirname, "duckdb.sql"), "utf8").replace(/--.*$/gm, "");
  const wanted = new Set(rules.match(/[a-z_0-9]+/g));
  if (mode === "build") fs.rmSync(file, { force: true });
  const clock = process.hrtime.bigint();
  const used = process.cpuUsage();
  const instance = await DuckDBInstance.create(mode === "build" || mode === "open" ? file : ":memory:", { threads: "2" });
  const connection = await instance.connect();
  await connection.run("set preserve_insertion_order = false");
  for (const table of ["schools", "rooms", "counties", "monitoring"]) {
    if (mode === "build") await connection.run(`create table ${table} as ${reader(table, wanted)}`);
    if (!mode || mode === "write") await connection.run(`create temp view ${table} as ${reader(table, wanted)}`);
  }
  let rows = [];
  if (mode !== "build") {
    await connection.run(mode === "open" ? rules.replace("temp table typed", "temp view typed") : rules);
    if (mode === "write") {
      await connection.run(`copy (select county_code, level, code, stage, rule,
        ['unmet', 'undetermined', 'met'][verdict + 1] as verdict, measure from findings) to '${file}' (header)`);
    }
    rows = (await connection.runAndReadAll("select county_code, verdict from verdicts order by county_code")).getRows();
  }
  const seconds = Number(process.hrtime.bigint() - clock) / 1e9;
  const cpu = process.cpuUsage(used);
  const words = ["unmet", "undetermined", "met"];
  fs.writeFileSync(out, rows.map(([code, word]) => `${code},${words[word]}\n`).join(""));
  console.log(JSON.stringify({
    seconds, cpu: (cpu.user + cpu.system) / 1e6, mib: (process.resourceUsage().maxRSS - before) / 1024, counties: rows.length,
  }));
  connection.closeSync();
}

main().catch((problem) => {
  console.error("duckdb.js: " + problem.message);
  process.exit(1);
});
