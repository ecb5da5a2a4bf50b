/** Why a code was not taken, and what to do about it. */
import type { GrantRefusal } from '../../lib/approval/verify';
import { parseRecordKey } from '../../lib/progress/record-key';
import { timeWords } from '../ui/time';

export function refusalWords(refusal: GrantRefusal, now: number): string {
  switch (refusal.why) {
    case 'too-long':
      return 'That is far longer than a code. Paste the code alone, from HRA1 to its last letter.';
    case 'not-a-code':
      return 'That is no approval code. Paste all of it, from HRA1 to its last letter, and nothing else.';
    case 'a-request':
      return 'That is your request. Send it to whoever approves, and paste here what they hand back.';
    case 'forged':
      return 'This code was changed, or not made by the one it names. Copy it again, or ask for a new one.';
    case 'unknown-key':
      return 'This code was made with a key that your rule pack does not name. You may need the newest version of the pack.';
    case 'not-allowed':
      return `${refusal.by} may not give this approval. Ask ${oneOf(refusal.allowed)}.`;
    case 'other-pack':
      return `This code is for another rule pack, ${refusal.pack}.`;
    case 'other-record':
      return `This code is for another record, ${recordWords(refusal.record)}. Each record needs its own.`;
    case 'other-approval':
      return `This code approves something else on this record: ${refusal.approval}.`;
    case 'not-yet':
      return `This code counts from ${timeWords(refusal.from, now)} on, by the clock of who made it. Check your clock, or wait.`;
    case 'expired':
      return `This code ran out: it was good until ${timeWords(refusal.until, now)}. Ask for a new one.`;
    case 'too-many-days':
      return 'This code would be good for more than 30 days, so it does not count. Ask for an earlier day.';
    case 'used':
      return 'This code was entered before, and a code counts once. Ask for a new one.';
  }
}

/** "Dana Lind or Sam Okafor". */
export function oneOf(names: readonly string[]): string {
  return new Intl.ListFormat('en', { type: 'disjunction' }).format(names);
}

function recordWords(key: string): string {
  const record = parseRecordKey(key);
  return record ? `${record.object} ${record.id}` : key;
}
