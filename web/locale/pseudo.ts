// A language that nobody speaks, for trying the screens: every letter strange, every text two fifths longer, every sentence in brackets.

const plain = 'abcdefghijklmnoprstuvwxyz';
const strange = 'áƀçðéƒĝĥîĵķļɱñóþŕšţûṽŵẋýž';

/** The letters of a text, and every fifth three times. */
export const letters = (text: string) => {
  let count = 0;
  return text.replace(/[a-z]/g, (letter) => {
    count++;
    const said = strange[plain.indexOf(letter)] ?? letter;
    return count % 5 === 0 ? said.repeat(3) : said;
  });
};

/** The same from right to left, as letters of such a script would stand. */
export const mirrored = (text: string) => `\u202e${letters(text)}\u202c`;

export const dressed = (text: string) => (text.trim() ? `[${text}]` : text);
