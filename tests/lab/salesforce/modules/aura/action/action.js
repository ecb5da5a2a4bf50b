// One call of a server controller, and how its answer becomes a state (facts/salesforce.md §3.4, client rule).

let nextId = 100;

export class Action {
  constructor(descriptor, params, callback) {
    nextId += 1;
    this.id = `${nextId};a`;
    this.descriptor = descriptor;
    this.params = params;
    this.callback = callback;
    this.state = 'NEW';
    this.returnValue = null;
    this.error = [];
  }

  toJson() {
    return { id: this.id, descriptor: this.descriptor, callingDescriptor: 'UNKNOWN', params: this.params };
  }

  /** `answer` is this action's part of the response. */
  settle(answer) {
    this.state = answer.state;
    this.returnValue = answer.returnValue;
    if (answer.state === 'ERROR') {
      const events = answer.error.map(errorFrom);
      if (events.some((event) => event.systemError)) {
        document.dispatchEvent(new CustomEvent('aura:systemError', { detail: events }));
        return;
      }
      this.error = events.map((event) => event.error);
    }
    this.callback(this);
  }

  incomplete() {
    this.state = 'INCOMPLETE';
    this.error = [{ message: 'Disconnected or Canceled' }];
    this.callback(this);
  }
}

function errorFrom(entry) {
  if (!entry.exceptionEvent) return { error: entry };
  if (entry.useDefault) return { systemError: true, error: entry };
  if (entry.event.descriptor === 'markup://aura:serverActionError') return { error: entry.event.attributes.values.error };
  return { error: { message: 'Event fired' } };
}
