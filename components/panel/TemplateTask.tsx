/** A template: what it is, its words filled from the record to copy, and a look at them before. */
import { FileText, ListChecks, Mail, MessageSquare, Phone } from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import type { Merged } from '../../lib/pack/merge';
import type { Template } from '../../lib/pack/schema';
import { CopyButton } from '../ui/CopyButton';
import { Disclosure } from '../ui/Disclosure';

const KINDS: Record<Template['kind'], { icon: LucideIcon; words: string }> = {
  email: { icon: Mail, words: 'E-mail' },
  call: { icon: Phone, words: 'Call script' },
  agenda: { icon: ListChecks, words: 'Agenda' },
  message: { icon: MessageSquare, words: 'Message' },
  document: { icon: FileText, words: 'Document' },
};

export function TemplateTask({ template, merged }: { template: Template; merged: Merged }) {
  const { icon: Icon, words } = KINDS[template.kind];
  const { subject, body, blanks } = merged;
  return (
    <div className="hr-merge">
      <p className="hr-task__line">
        <Icon size={15} aria-hidden />
        <span>
          {template.title} <span className="hr-task__kind">{words}</span>
        </span>
      </p>
      <div className="hr-merge__copy">
        <CopyButton look="plain" what={template.title} text={() => [subject, body].filter(Boolean).join('\n\n')} />
        {blanks.length > 0 && <p>{blanks.length === 1 ? '1 blank to fill' : `${blanks.length} blanks to fill`}</p>}
      </div>
      <Disclosure summary="Preview">
        <div className="hr-template">
          <pre>
            {subject && <strong>{`${subject}\n\n`}</strong>}
            {body}
          </pre>
        </div>
      </Disclosure>
    </div>
  );
}
