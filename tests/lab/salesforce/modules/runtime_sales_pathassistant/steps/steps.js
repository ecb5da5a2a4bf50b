// The steps of a Path: one for each stage, and in the place of the stages that close a record, one for all of them.

const CLOSED = 'Closed';
const CONVERTED = { label: 'Converted', value: 'converted' };

/** `end` is the way in which Path closes a record (see the org's metadata); `chosen` the step's value that was clicked, or null. */
export function stepsOf({ stages, end }, current, chosen) {
  const steps = STEPS[end](stages, current);
  const at = steps.findIndex(({ value }) => value === current);
  const closing = end === 'closed' ? stages.find(({ value, attributes }) => attributes.closed && value === current) : undefined;
  const lost = closing !== undefined && !closing.attributes.won;
  return steps.map((step, i) => {
    const isChosen = step.value === (chosen ?? current);
    const isComplete = i < at && !lost;
    return {
      ...step,
      isCurrent: i === at,
      isComplete,
      chosen: isChosen,
      selected: String(isChosen),
      tabIndex: isChosen ? '0' : '-1',
      state: `${stateOf(i, at, lost, closing)}${isChosen ? ' slds-is-active' : ''}`,
    };
  });
}

const STEPS = {
  closed(stages, current) {
    const ended = stages.find(({ value, attributes }) => attributes.closed && value === current);
    const open = stages.filter(({ attributes }) => !attributes.closed).map(plain);
    return [...open, { ...(ended ? plain(ended) : { label: CLOSED, value: CLOSED }), ends: 'closed' }];
  },
  converted(stages, current) {
    const steps = stages.filter(({ attributes }) => !attributes.won).map(plain);
    const converted = stages.find(({ value, attributes }) => attributes.won && value === current);
    return [...steps, { ...(converted ? plain(converted) : CONVERTED), ends: 'converted' }];
  },
  null: (stages) => stages.map(plain),
};

function plain({ label, value }) {
  return { label, value };
}

function stateOf(i, at, lost, closing) {
  if (i === at) return closing ? (lost ? 'slds-is-current slds-is-lost' : 'slds-is-current slds-is-won') : 'slds-is-current';
  return i < at && !lost ? 'slds-is-complete' : 'slds-is-incomplete';
}
