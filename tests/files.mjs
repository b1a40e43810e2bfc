// Runs the test files of the folder that it is called in: all, or those whose names begin as an argument does. One after another;
// `--together`: as many at once as there are cores.
//
// What fails is tried a second time, alone, when all else is done. What passes then is counted, and named as unsteady: a defect of its
// own, in the test or in what it tests. A file that does not end is ended. The last line is `N passed, N failed`.
import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { cpus } from 'node:os';

const file_ms_max = 240_000;
const wanted = process.argv.slice(2).filter((word) => word !== '--together');
const at_once = process.argv.includes('--together') ? cpus().length : 1;
const files = readdirSync('.')
  .filter((file) => file.endsWith('.test.mjs'))
  .filter((file) => wanted.length === 0 || wanted.some((start) => file.startsWith(start)))
  .sort();

const counted = (output, what) => {
  const line = new RegExp(`^(?:#|ℹ) ${what} (\\d+)$`, 'm').exec(output);
  return line ? Number(line[1]) : 0;
};

/** Each file with all that it starts is a group of processes, which is ended whole. */
const running = new Set();
const end = ({ pid }) => {
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
};
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => {
    for (const child of running) end(child);
    process.exit(1);
  });
}

/** One file: what it printed, how many passed, and how many did not (one at least where it ended badly). */
const tried = (file) =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, ['--test', file], { stdio: ['ignore', 'pipe', 'inherit'], detached: true });
    running.add(child);
    const limit = setTimeout(() => {
      output += `not ok 0 - ${file} did not end\n`;
      end(child);
    }, file_ms_max);
    let output = '';
    child.stdout.on('data', (data) => {
      output += data;
    });
    child.on('close', (status) => {
      clearTimeout(limit);
      running.delete(child);
      process.stdout.write(output);
      const failed = counted(output, 'fail') + counted(output, 'cancelled');
      resolve({
        output,
        passed: counted(output, 'pass'),
        failed: status === 0 ? failed : Math.max(failed, 1),
      });
    });
  });

const failures = ({ output }) => [...output.matchAll(/^\s*(?:not ok \d+ - |✖ )(.*?)(?: \(\d.*)?$/gm)].map(([, name]) => name);

let passed = 0;
let failed = 0;
const doubtful = [];
const waiting = [...files];
await Promise.all(
  Array.from({ length: at_once }, async () => {
    for (let file = waiting.shift(); file; file = waiting.shift()) {
      const first = await tried(file);
      if (first.failed === 0) passed += first.passed;
      else doubtful.push({ file, first });
    }
  }),
);
const unsteady = [];
for (const { file, first } of doubtful) {
  console.log(`\n== once more: ${file}`);
  const again = await tried(file);
  passed += again.passed;
  failed += again.failed;
  if (again.failed === 0) unsteady.push(...failures(first).map((name) => `${file}: ${name}`));
}
for (const line of unsteady) console.log(`unsteady: ${line}`);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
