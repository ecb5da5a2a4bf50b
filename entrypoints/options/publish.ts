/** From a draft to a signed file: what stands in the way, and the signature. */
import type { DraftCheck, DraftView, PublishEvents } from '../../components/studio/publish/model';
import { saveFile } from '../../components/ui/save-file';
import { lintText } from '../../lib/pack/lint/lint';
import { PackError } from '../../lib/pack/load';
import { localise } from '../../lib/pack/localise';
import { digestOf, signPack } from '../../lib/pack/signed/envelope';
import { isNewer } from '../../lib/pack/version';
import type { HandrailDb } from '../../lib/progress/db';
import { inWords, Refused } from './in-words';
import { told, today } from './lint';

/** Rejections have a message for the screen. */
export function publishEvents(db: HandrailDb): PublishEvents {
  return {
    onCheckDraft: (draft) => inWords(textOf(db, draft).then((text) => check(db, text))),

    async onSign({ text, id, version }, { key: keyId, ...terms }) {
      const key = await inWords(db.keys.get(keyId));
      if (!key) throw new Error('That key is not in this browser any more. Reload this page and try again.');
      const signed = await inWords(signPack(text, { ...terms, issuedAt: Date.now() }, key));
      const file = `${id}-${version}.handrail`;
      saveFile(file, signed);
      return file;
    },
  };
}

async function textOf(db: HandrailDb, draft: DraftView | File): Promise<string> {
  if (draft instanceof File) return draft.text();
  const row = await db.packs.get([draft.id, draft.version]);
  if (!row) throw new Refused('That draft is not on this computer any more. Reload this page and try again.');
  return `${JSON.stringify(row.pack, null, 2)}\n`;
}

async function check(db: HandrailDb, text: string): Promise<DraftCheck> {
  try {
    const { pack, findings } = await lintText(text, { today: today() });
    const errors = told(findings.filter(({ level }) => level === 'error'));
    const { id, version, publisher } = pack;
    const newer = await signedBefore(db, { id, version, text });
    if (newer !== null) errors.unshift({ path: 'version', message: newer });
    if (errors.length > 0) return { kind: 'wrong', errors };
    const { title } = localise(pack, navigator.languages);
    const advice = told(findings.filter(({ level }) => level === 'advice'));
    return { kind: 'good', draft: { id, version, title, publisher, text }, advice };
  } catch (error) {
    if (error instanceof PackError) return { kind: 'wrong', errors: error.problems };
    throw error;
  }
}

/** What was signed under this version or a newer one is with the reps by now: they would refuse this. Null where nothing was. */
async function signedBefore(db: HandrailDb, { id, version, text }: { id: string; version: string; text: string }): Promise<string | null> {
  const digest = await digestOf(text);
  const rows = (await db.accepted.where('pack').equals(id).toArray()).filter(
    (row) => row.digest !== digest && !isNewer(version, row.version),
  );
  const [latest] = rows.sort((a, b) => (isNewer(a.version, b.version) ? -1 : 1));
  return latest
    ? `${latest.version} was signed before, with other content: whoever has it would refuse this. Give the draft a higher version.`
    : null;
}
