/** Due times as a rep reads them. */
import { describe, expect, it } from 'vitest';
import { dueWords } from '../../../components/panel/due-words';
import type { Due } from '../../../lib/guard/due';
import { NOW } from './fixtures';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const at = (away: number): Due => ({ at: NOW + away, late: away < 0 });
const RULE = { after: 'PT5M', event: 'assigned' };

describe('a due time', () => {
  it.each<[number, RegExp]>([
    [0, /^due in 1 min$/],
    [5 * MINUTE, /^due in 5 min$/],
    [HOUR - 1, /^due in 59 min$/],
    [HOUR, /^due 11:45( AM)?$/],
    [25 * HOUR, /^due (Nov 23|23 Nov), 11:45( AM)?$/],
    [-1, /^late by 1 min$/],
    [-59 * MINUTE, /^late by 59 min$/],
    [-2 * HOUR - 1, /^late by 2 h$/],
    [-47 * HOUR, /^late by 47 h$/],
    [-72 * HOUR, /^late by 3 days$/],
  ])('%d ms away is put as %s', (away, words) => {
    expect(dueWords(at(away), RULE, NOW).replaceAll('\u202f', ' ')).toMatch(words);
  });

  it.each([
    [{ after: 'PT5M', event: 'assigned' }, 'due 5 minutes after Deal assigned'],
    [{ before: 'P1D', event: 'assigned' }, 'due 1 day before Deal assigned'],
    [{ after: 'PT2H', event: 'assigned', calendar: 'business' }, 'due 2 hours of working time after Deal assigned'],
  ])('of an event without a time is put as its rule: %o', (rule, words) => {
    expect(dueWords({ waiting: 'Deal assigned' }, rule, NOW)).toBe(words);
  });
});
