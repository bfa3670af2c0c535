// Which of our own words somebody meant: in another case, or with a letter or two wrong.

/** How many letters must be changed, added, left out or swapped with the next to make one word of another. */
export function distance(one, other) {
  let before = [];
  let last = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let i = 1; i <= one.length; i++) {
    const row = [i];
    for (let j = 1; j <= other.length; j++) {
      const same = one[i - 1] === other[j - 1];
      row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (same ? 0 : 1));
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) {
        row[j] = Math.min(row[j], before[j - 2] + 1);
      }
    }
    [before, last] = [last, row];
  }
  return last[other.length];
}

/**
 * The one of our words that is as good as `word`; empty if none is. A short word may have one letter wrong, a long one
 * two; words of one or two letters are too near to everything.
 */
export function near(word, words) {
  const lower = word.toLowerCase();
  let best = "";
  let least = 3;
  for (const ours of words) {
    if (Math.min(ours.length, lower.length) < 3 || Math.abs(ours.length - lower.length) > 2) continue;
    const far = distance(lower, ours);
    if (far < least && far <= (ours.length < 6 ? 1 : 2)) [best, least] = [ours, far];
  }
  return best;
}

/**
 * What to say of the parts of an address that nobody knows (parse in address.js); empty if there is nothing to say.
 *
 * Chats, mails and campaigns add names of their own to links, new ones every year: a name is told only if it
 * resembles one of ours.
 */
export function complaint(unknown) {
  const few = unknown
    .map(({ said, word, ours }) => ({ said, word, meant: near(word, ours) }))
    .filter(({ said, meant }) => said || meant)
    .slice(0, 5);
  if (few.length === 0) return "";
  const said = few
    .map((one) => one.said || one.word)
    .join(", ")
    .slice(0, 200);
  const meant = [...new Set(few.map((one) => one.meant).filter(Boolean))].join(", ");
  const guess = meant ? ` Did you mean ${meant}?` : "";
  return `The link asks for something this table does not know: ${said}.${guess} The rest is shown.`;
}
