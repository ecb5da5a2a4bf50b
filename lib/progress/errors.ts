/** What can go wrong with local progress, in words for the person at the screen: what happened, what was kept, what to do next. */

/** An error whose message is written for a person. */
class ProgressError extends Error {
  override readonly name: string = 'ProgressError';
}

/** The database on disk was written by a newer Handrail than this one. It is left untouched. */
export class NewerDatabaseError extends ProgressError {
  override readonly name = 'NewerDatabaseError';
  constructor() {
    super('Handrail was updated while this page was open. Your progress is kept. Reload this page to go on.');
  }
}

/** Something was to be kept under a record that the CRM has not saved yet. */
export class UnsavedRecordError extends ProgressError {
  override readonly name = 'UnsavedRecordError';
  constructor() {
    super('This record is not saved in the CRM yet, so nothing can be ticked or answered on it. Save it first.');
  }
}

/** A pack with the same id and version, and other content, is here already. */
export class PackConflictError extends ProgressError {
  override readonly name = 'PackConflictError';
  constructor(id: string, version: string) {
    super(
      `Pack ${id} ${version} is already here with other content. It was kept as it is. Give the new one a higher version, then add it again.`,
    );
  }
}

/** A pack was to be put to use that is not here. */
export class PackMissingError extends ProgressError {
  override readonly name = 'PackMissingError';
  constructor(id: string, version: string) {
    super(`Pack ${id} ${version} is not here. The pack in use was kept. Add the pack first.`);
  }
}

/** Another pack of the same publisher came in at the same moment. */
export class OvertakenError extends ProgressError {
  override readonly name = 'OvertakenError';
  constructor() {
    super('Another pack of this publisher came in at the same moment, and nothing was changed. Try again.');
  }
}

/** A code that was used before was entered again. */
export class CodeUsedError extends ProgressError {
  override readonly name = 'CodeUsedError';
  constructor() {
    super('This code was used before, and a code counts once. Ask for a new one. Nothing was changed.');
  }
}

/** A backup file that cannot be used, with every problem and its place in the file. */
export class BackupError extends ProgressError {
  override readonly name = 'BackupError';
  constructor(readonly problems: readonly { path: string; message: string }[]) {
    const shown = problems.slice(0, 5).map(({ path, message }) => (path === '' ? message : `${path}: ${message}`));
    const more = problems.length > shown.length ? ` (and ${problems.length - shown.length} more)` : '';
    super(`This backup was not imported, and nothing was changed. ${shown.join('; ')}${more}`);
  }
}

function* chain(error: unknown): Generator<Error> {
  for (let at = error, depth = 0; at instanceof Error && depth < 10; depth += 1) {
    yield at;
    at = 'inner' in at ? at.inner : at.cause;
  }
}

/** A sentence for the screen about any error that a function of lib/progress rejects with. Dexie nests the reason in `inner`. */
export function explain(error: unknown): string {
  const links = [...chain(error)];
  const ours = links.find((link) => link instanceof ProgressError);
  if (ours) return ours.message;
  const names = links.map((link) => link.name);
  if (names.includes('QuotaExceededError')) {
    return 'This computer has no room left, so the last change was not saved. Everything before it is kept. Free some disk space, then try again.';
  }
  if (names.includes('DatabaseClosedError')) return new NewerDatabaseError().message;
  return 'The last change was not saved. Everything before it is kept. Reload this page and try again.';
}
