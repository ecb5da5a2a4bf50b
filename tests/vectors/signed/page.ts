/** The vectors of signed packs in a real page: made there, by keys of that browser, and tried there. */
import { makeVectors } from './make';
import { outcomeOf } from './vector';

declare global {
  interface Window {
    trySignedVectors: () => Promise<{ name: string; outcome: string; expected: string }[]>;
  }
}

window.trySignedVectors = async () => {
  const tried = [];
  for (const vector of await makeVectors()) tried.push({ name: vector.name, outcome: await outcomeOf(vector), expected: vector.outcome });
  return tried;
};
