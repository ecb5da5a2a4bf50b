/** Events of the options page that all go well, for tests of its parts. */
import { vi } from 'vitest';
import type { StudioEvents } from '../../../components/studio/model';

export function studioEvents(some: Partial<StudioEvents> = {}): StudioEvents {
  const done = () => Promise.resolve();
  const undo = () => Promise.resolve(done);
  const same = () => Promise.resolve({ kind: 'same' as const });
  return {
    onImportPack: vi.fn(() => Promise.resolve({ kind: 'done' as const, message: 'Acme sales 2.3.1 is in use now.' })),
    onImportData: vi.fn(() => Promise.resolve({ kind: 'done' as const, message: 'Imported: 12 entries added.' })),
    onUseStarter: vi.fn(undo),
    onCopyStarter: vi.fn(done),
    onRoles: vi.fn(done),
    onGroups: vi.fn(done),
    onName: vi.fn(done),
    onHandle: vi.fn(done),
    onReadAtMove: vi.fn(done),
    onExport: vi.fn(done),
    onDeleteEverything: vi.fn(done),
    onOpenShortcuts: vi.fn(),
    packs: { onUsePack: vi.fn(undo), onStopUsing: vi.fn(undo), onLayer: vi.fn(done) },
    subscriptions: {
      addressProblem: () => null,
      onAddSubscription: vi.fn(same),
      onCheckSubscription: vi.fn(same),
      onAllowSubscription: vi.fn(same),
      onRemoveSubscription: vi.fn(done),
    },
    keys: {
      onMakeKey: vi.fn(() => Promise.resolve({ file: 'key.json', text: '{}' })),
      onOpenBackup: vi.fn(() => Promise.resolve('Dana Lind')),
      onDeleteKey: vi.fn(done),
    },
    publish: {
      onCheckDraft: vi.fn(() => Promise.resolve({ kind: 'wrong' as const, errors: [] })),
      onSign: vi.fn(() => Promise.resolve('acme-1.0.0.handrail')),
    },
    approvals: {
      onOpenRequest: vi.fn(() => Promise.resolve({ refused: 'not-a-request' as const })),
      onApprove: vi.fn(() => Promise.resolve('')),
    },
    trust: { onForgetKey: vi.fn(done) },
    ...some,
  };
}
