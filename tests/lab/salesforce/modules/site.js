// An LWR-like page: the org's records over the UI API, by fetch (facts/salesforce.md §3.5). Plain elements, no framework.

const API = '/services/data/v66.0/ui-api';
const FIELDS = ['Name', 'StageName', 'CloseDate'].map((name) => `Opportunity.${name}`);
const STAGES = [
  'Prospecting',
  'Qualification',
  'Needs Analysis',
  'Value Proposition',
  'Id. Decision Makers',
  'Perception Analysis',
  'Proposal/Price Quote',
  'Negotiation/Review',
  'Closed Won',
  'Closed Lost',
];

async function call(method, path, body) {
  const response = await fetch(`${API}${path}`, {
    method,
    headers: { 'content-type': 'application/json' },
    ...(body && { body: JSON.stringify(body) }),
  });
  return answerOf(response);
}

async function answerOf(response) {
  const answer = await response.json();
  if (!response.ok) throw new Error(answer.output?.errors[0]?.message ?? answer.message);
  return answer;
}

const WAYS = {
  fetch: (id, StageName) => call('PATCH', `/records/${id}`, { apiName: 'Opportunity', fields: { Id: id, StageName } }),
  request: async (id, StageName) => {
    const headers = { 'content-type': 'application/json' };
    const body = JSON.stringify({ fields: { StageName } });
    return answerOf(await fetch(new Request(`${API}/records/${id}`, { method: 'PATCH', headers, body })));
  },
};

function html(text) {
  const template = document.createElement('template');
  template.innerHTML = text;
  return template.content;
}

function optionsOf(chosen) {
  return STAGES.map((stage) => `<option${stage === chosen ? ' selected' : ''}>${stage}</option>`).join('');
}

class WebruntimeApp extends HTMLElement {
  connectedCallback() {
    this.append(
      html(`
        <header class="slds-page-header labSiteHeader"><h1 class="slds-page-header__title">Partner Portal</h1></header>
        <main class="slds-container_large slds-container_center slds-p-around_medium">
          <div class="siteMessage" role="status"></div>
          <article class="slds-card">
            <div class="slds-card__header slds-grid slds-grid_align-spread">
              <h2 class="slds-card__header-title">Opportunities</h2>
              <fieldset class="siteWays slds-grid">
                <legend class="slds-assistive-text">How to save</legend>
                <label class="slds-m-right_small"><input type="radio" name="way" value="fetch" checked> fetch(address)</label>
                <label><input type="radio" name="way" value="request"> fetch(Request)</label>
              </fieldset>
            </div>
            <table class="slds-table slds-table_cell-buffer slds-table_bordered">
              <thead><tr class="slds-line-height_reset"><th scope="col">Name</th><th scope="col">Stage</th><th scope="col">Change to</th></tr></thead>
              <tbody></tbody>
            </table>
          </article>
          <form class="slds-card slds-p-around_medium slds-form_inline siteNew">
            <h2 class="slds-card__header-title slds-m-bottom_small">Register a deal</h2>
            <label>Name <input class="slds-input" name="name" required></label>
            <label>Stage <select class="slds-select" name="stage">${optionsOf('Prospecting')}</select></label>
            <button class="slds-button slds-button_brand" name="register">Register</button>
          </form>
        </main>`),
    );
    this.querySelector('form').addEventListener('submit', (event) => this.register(event));
    this.load();
  }

  async load() {
    const where = '{StageName: {ne: "Closed Lost"}}';
    const { records } = await call('POST', '/list-records/Opportunity/AllOpportunities', { fields: FIELDS, where, sortBy: ['StageName'] });
    this.querySelector('tbody').replaceChildren(...records.map((record) => this.rowOf(record)));
  }

  rowOf({ id, fields: { Name, StageName } }) {
    const row = html(`
      <tr class="slds-hint-parent" data-record-id="${id}">
        <td class="siteName"></td>
        <td class="siteStage"></td>
        <td>
          <span class="slds-grid">
            <select class="slds-select slds-m-right_x-small" aria-label="Stage">${optionsOf(StageName.value)}</select>
            <button class="slds-button slds-button_neutral" name="save">Save</button>
          </span>
        </td>
      </tr>`).querySelector('tr');
    row.querySelector('.siteName').textContent = Name.value;
    row.querySelector('.siteStage').textContent = StageName.displayValue;
    const way = () => WAYS[this.querySelector('input[name=way]:checked').value];
    row.querySelector('button').addEventListener('click', () => this.run(way()(id, row.querySelector('select').value)));
    return row;
  }

  register(event) {
    event.preventDefault();
    const { name, stage } = event.target.elements;
    const fields = { Name: name.value, StageName: stage.value, CloseDate: '2027-03-31' };
    this.run(call('POST', '/records', { apiName: 'Opportunity', fields }));
  }

  async run(save) {
    try {
      await save;
      this.say('success', 'Saved.');
    } catch (error) {
      this.say('error', error.message);
    } finally {
      await this.load();
    }
  }

  say(kind, text) {
    const message = this.querySelector('.siteMessage');
    message.className = `siteMessage slds-notify slds-notify_alert slds-m-bottom_small slds-theme_${kind}`;
    message.textContent = text;
  }
}

customElements.define('webruntime-app', WebruntimeApp);
