// Waiting for what must come: as long as it takes on a slow machine, and not for ever.
import assert from 'node:assert/strict';
import { isDeepStrictEqual } from 'node:util';

const patience_ms = 30_000;
const look_ms = 50;
const too_fast_ms = 250;

/** `promise`, or an error that says what did not come. */
export async function within(promise, what) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`it never came: ${what()}`)), patience_ms);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** The first thing that is true of all that `read` reads, again and again. `pause_ms` between two looks. */
export async function eventually(read, pause_ms = look_ms) {
  const end = Date.now() + patience_ms;
  for (;;) {
    const found = await read();
    if (found) return found;
    assert.ok(Date.now() < end, `it never came: ${read}`);
    await new Promise((resolve) => setTimeout(resolve, pause_ms));
  }
}

/** `ask` as a person would use it: what comes too fast for one seat is asked again a little later. `refusal` finds the type in an answer. */
export const unhurried = (ask, refusal = ({ error }) => error?.data?.type) => (...asked) => {
  let answer;
  const taken = async () => refusal((answer = await ask(...asked))) !== 'limit.rate';
  return eventually(taken, too_fast_ms).then(() => answer);
};

/** Waits until what `read` reads is `wanted`; says what it was, where it never is. */
export async function becomes(read, wanted) {
  let last;
  const same = async () => isDeepStrictEqual((last = await read()), wanted);
  await eventually(same).catch(() => assert.deepEqual(last, wanted));
}
