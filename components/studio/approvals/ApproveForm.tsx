/** What a request asks for, until when to approve it, and the code to hand back. */
import { useId, useState } from 'react';
import { Check, TriangleAlert } from 'lucide-react';
import { mostDays } from '../../../lib/approval/grant';
import { parseRecordKey } from '../../../lib/progress/record-key';
import { Button } from '../../ui/Button';
import { CodeOut } from '../../ui/CodeOut';
import { type Fact, FactList } from '../../ui/FactList';
import { dayWords, timeWords } from '../../ui/time';
import '../../ui/input.css';
import { dayOf, daysOn, endOf } from '../days';
import type { KeyView } from '../keys/model';
import type { ApprovalsEvents, OpenedRequest } from './model';
import { adviceOn } from './words';

interface ApproveFormProps {
  opened: OpenedRequest;
  keys: readonly KeyView[];
  onApprove: ApprovalsEvents['onApprove'];
}

type Outcome = { code: string; until: number } | { wrong: string } | null;

export function ApproveForm({ opened, keys, onApprove }: ApproveFormProps) {
  const { request, openedAt } = opened;
  const ids = { title: useId(), day: useId(), key: useId(), said: useId() };
  const [day, setDay] = useState(dayOf(openedAt));
  const [keyId, setKeyId] = useState(() => keys.find(({ id }) => opened.pack?.keys.includes(id))?.id ?? keys[0]?.id ?? '');
  const [outcome, setOutcome] = useState<Outcome>(null);
  const key = keys.find(({ id }) => id === keyId);
  const last = daysOn(openedAt, mostDays);
  const until = day >= dayOf(openedAt) && day <= last ? endOf(day) : null;
  const advice = adviceOn(opened, key);
  const wrong = outcome && 'wrong' in outcome ? outcome.wrong : null;
  const given = outcome && 'code' in outcome ? outcome : null;

  const approve = (): void => {
    if (until === null) return setOutcome({ wrong: `Choose a day from today to ${dayWords(endOf(last) ?? openedAt, openedAt)}.` });
    onApprove(request, keyId, until).then(
      (code) => setOutcome({ code, until }),
      (error: unknown) => setOutcome({ wrong: error instanceof Error ? error.message : 'The code was not made. Try again.' }),
    );
  };
  return (
    <section className="hr-card hr-request" aria-labelledby={ids.title}>
      <h4 id={ids.title}>{opened.pack?.approval ?? request.title}</h4>
      <FactList facts={factsOf(opened)} />
      {advice && (
        <p className="hr-advice">
          <TriangleAlert size={15} aria-hidden />
          {advice}
        </p>
      )}
      <form
        className="hr-request__form"
        onSubmit={(event) => {
          event.preventDefault();
          approve();
        }}
      >
        <div>
          <label htmlFor={ids.day}>Approve until the end of</label>
          <input
            id={ids.day}
            type="date"
            className="hr-input hr-input--short"
            required
            min={dayOf(openedAt)}
            max={last}
            value={day}
            aria-invalid={wrong !== null}
            aria-describedby={wrong === null ? undefined : ids.said}
            onChange={({ target }) => {
              setDay(target.value);
              setOutcome(null);
            }}
          />
        </div>
        {keys.length > 1 && (
          <div>
            <label htmlFor={ids.key}>Sign with the key of</label>
            <select
              id={ids.key}
              className="hr-input hr-input--short"
              value={keyId}
              onChange={({ target }) => {
                setKeyId(target.value);
                setOutcome(null);
              }}
            >
              {keys.map(({ id, name, createdAt }) => (
                <option key={id} value={id}>
                  {name}, made {dayWords(createdAt, openedAt)}
                </option>
              ))}
            </select>
          </div>
        )}
        <Button type="submit" look="primary" icon={Check}>
          Approve
        </Button>
      </form>
      <p id={ids.said} className={wrong === null ? undefined : 'hr-wrong'} role="status">
        {wrong}
        {given && (
          <>
            <strong>Approved until {timeWords(given.until, openedAt)}.</strong> Send this code back{request.by && ` to ${request.by}`}. It
            counts for this record and this approval only, and once.
          </>
        )}
      </p>
      {given && <CodeOut code={given.code} what="the code that approves" file={`approval-${request.approval}.txt`} />}
    </section>
  );
}

const CRMS = { salesforce: 'Salesforce', hubspot: 'HubSpot' } as const;

function factsOf({ request, pack, openedAt }: OpenedRequest): Fact[] {
  const record = parseRecordKey(request.record);
  return [
    { name: 'Asked by', entries: [request.by === '' ? 'No name given' : request.by] },
    { name: 'Note', entries: request.note === '' ? [] : [request.note] },
    {
      name: 'Record',
      entries: record ? [`${record.object} ${record.id}`, `${CRMS[record.crm]}, ${record.org}`] : [request.record],
    },
    { name: 'Rule pack', entries: [pack ? `${pack.title} ${pack.version}` : request.pack] },
    { name: 'Asked', entries: [timeWords(request.at, openedAt)] },
  ];
}
