/** A manager's keys on the options page: as they are shown, and how they come and go. */
import type { KeysEvents, KeyView } from '../../components/studio/keys/model';
import { idFor } from '../../components/studio/keys/snippet';
import { saveFile } from '../../components/ui/save-file';
import type { PackFile } from '../../lib/pack/schema';
import type { HandrailDb } from '../../lib/progress/db';
import type { KeyRow } from '../../lib/progress/rows';
import { addKey, deleteKey } from '../../lib/progress/keys';
import { makeKeyWithBackup, openBackup, shortestPassphrase } from '../../lib/signing/backup';
import { fingerprintOf } from '../../lib/signing/fingerprint';
import { inWords } from './in-words';

/** @param inUse the packs in use */
export function keysShown(keys: readonly KeyRow[], inUse: readonly PackFile[]): KeyView[] {
  const named = new Set(inUse.flatMap(({ approvers = [] }) => approvers.map(({ key }) => key)));
  return keys.map(({ id, name, publicKey, createdAt, hasBackup = false }) => ({
    ...{ id, name, publicKey, createdAt, hasBackup },
    fingerprint: fingerprintOf(id),
    isNamed: named.has(publicKey),
  }));
}

/** Rejections have a message for the screen. */
export function keysEvents(db: HandrailDb): KeysEvents {
  return {
    async onMakeKey(name, passphrase) {
      const made = await inWords(makeKeyWithBackup(name, passphrase));
      if ('refused' in made) throw new Error(`The passphrase must have at least ${shortestPassphrase} characters.`);
      const file = `handrail-key-${idFor(name)}.json`;
      // The file first: a key without its backup is what must not be.
      saveFile(file, made.backup);
      await inWords(addKey(db, { ...made.key, name, createdAt: Date.now(), hasBackup: true }));
      return { file, text: made.backup };
    },

    async onOpenBackup(file, passphrase) {
      const opened = await inWords(file.text().then((text) => openBackup(text, passphrase)));
      if ('refused' in opened) throw new Error(REFUSED[opened.refused]);
      const { key, name } = opened;
      if (await inWords(db.keys.get(key.id))) throw new Error(`The key of ${name} is in this browser already.`);
      await inWords(addKey(db, { ...key, name, createdAt: Date.now(), hasBackup: true }));
      return name;
    },

    onDeleteKey: (id) => inWords(deleteKey(db, id)),
  };
}

const REFUSED = {
  malformed: 'That is no backup of a Handrail key. Choose the file that was saved when the key was made.',
  'wrong-passphrase': 'The passphrase does not open it. Check it and try again.',
};
