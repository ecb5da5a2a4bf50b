import { Dexie } from 'dexie';
import { describe, expect, it } from 'vitest';
import { BackupError, explain, NewerDatabaseError, PackConflictError } from '../../../../lib/progress/errors';

describe('what a person reads when local progress fails', () => {
  it.each<[string, unknown, RegExp]>([
    ['a pack conflict', new PackConflictError('acme-sales', '1.0.0'), /^Pack acme-sales 1\.0\.0 is already here .* kept .* higher version/],
    ['a newer database', new NewerDatabaseError(), /updated .* kept\. Reload/],
    ['a newer database, nested by Dexie', new Dexie.DatabaseClosedError(new NewerDatabaseError()), /updated .* kept\. Reload/],
    ['a closed connection', new Dexie.DatabaseClosedError(), /updated .* kept\. Reload/],
    ['a full disk', new Dexie.QuotaExceededError(), /no room left.* not saved\. .*kept\. Free/],
    ['a full disk, nested by Dexie', new Dexie.AbortError(new Dexie.QuotaExceededError()), /no room left/],
    ['anything else', new TypeError('x is undefined'), /^The last change was not saved\. .* kept\. Reload/],
    ['what is no error at all', 'oops', /not saved/],
  ])('%s', (_what, error, sentence) => {
    expect(explain(error)).toMatch(sentence);
  });

  it('ends for an error that is its own reason', () => {
    const endless = new Error('again');
    endless.cause = endless;
    expect(explain(endless)).toMatch(/not saved/);
  });

  it('names the first five problems of a backup and counts the rest', () => {
    const problems = Array.from({ length: 8 }, (_, index) => ({ path: `tables.ticks[${index}].at`, message: 'must be a time' }));
    expect(new BackupError(problems).message).toMatch(
      /nothing was changed\. tables\.ticks\[0\]\.at: must be a time; .*\[4\].*\(and 3 more\)$/,
    );
  });
});
