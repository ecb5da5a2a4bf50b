import { LightningElement } from 'lwc';
import { callApex } from 'lds/apex';
import { oneLine } from 'lds/errors';
import { graphql } from 'lds/graphql';
import { describe } from 'lds/metadata';
import { loadList, saveRecordRep, updateRecord } from 'lds/records';
import { recordUrl } from 'one/router';
import { showToast } from 'one/toast';

const OPEN_OPPORTUNITIES = `query OpenOpportunities {
  uiapi { query { Opportunity(where: { StageName: { ne: "Closed Lost" } }) {
    edges { node { Id Name { value } StageName { value displayValue } Amount { value displayValue } } }
  } } }
}`;
const UPDATE_STAGE = `mutation UpdateStage($input: OpportunityUpdateInput!) {
  uiapi { OpportunityUpdate(input: $input) { success Record { Id StageName { value displayValue } } } }
}`;

/** The ways in which an org's own code saves a stage. */
const WAYS = {
  'graphql-variables': (Id, StageName) => graphql('UpdateStage', UPDATE_STAGE, { input: { Id, Opportunity: { StageName } } }),
  'graphql-text': (id, stage) =>
    graphql(
      'UpdateStage',
      `mutation UpdateStage { uiapi { OpportunityUpdate(input: { Id: "${id}", Opportunity: { StageName: ${JSON.stringify(stage)} } }) { success } } }`,
    ),
  'record-data': (id, StageName) => saveRecordRep(id, { StageName }),
  apex: (Id, StageName) => callApex('StageTools', 'saveRows', { rows: JSON.stringify([{ Id, StageName }]) }),
};

/** A tab of the org's own making: changes a stage in each of the ways that custom code has. */
export default class StageTools extends LightningElement {
  rows = [];
  stages = [];
  recordId = null;
  stage = null;
  way = 'graphql-variables';
  saving = false;
  peers = null;

  connectedCallback() {
    describe('Opportunity').then(({ picklists }) => (this.stages = picklists.StageName.map(({ label, value }) => ({ label, value }))));
    // Custom code saves what the data service has read before.
    loadList('Opportunity', 'ListUiController.postListRecordsByName').then(() => this.load());
  }

  async load() {
    const { uiapi } = await graphql('OpenOpportunities', OPEN_OPPORTUNITIES);
    this.rows = uiapi.query.Opportunity.edges.map(({ node: { Id, Name, StageName, Amount } }) => ({
      id: Id,
      name: Name.value,
      stage: StageName.displayValue,
      amount: Amount.displayValue,
      href: recordUrl('Opportunity', Id),
    }));
  }

  get ways() {
    return [
      { label: 'GraphQL, values as variables', value: 'graphql-variables' },
      { label: 'GraphQL, values in the text', value: 'graphql-text' },
      { label: 'Record data (Aura)', value: 'record-data' },
      { label: 'Apex, rows as JSON text', value: 'apex' },
    ];
  }

  get records() {
    return this.rows.map(({ id, name }) => ({ label: name, value: id }));
  }

  get incomplete() {
    return this.saving || !this.recordId || !this.stage;
  }

  get hasPeers() {
    return this.peers !== null;
  }

  handleRecord({ detail }) {
    this.recordId = detail.value;
  }

  handleStage({ detail }) {
    this.stage = detail.value;
  }

  handleWay({ detail }) {
    this.way = detail.value;
  }

  handleSave() {
    return this.run(WAYS[this.way](this.recordId, this.stage));
  }

  /** A save and a read of the same moment: they share a request. */
  handleSaveAndCount() {
    this.peers = null;
    callApex('StageTools', 'getPeers', { opportunityId: this.recordId, StageName: this.stage }).then((count) => (this.peers = count));
    return this.run(updateRecord(this.recordId, { StageName: this.stage }));
  }

  async run(save) {
    this.saving = true;
    try {
      await save;
      showToast('success', 'The stage was saved.');
    } catch (error) {
      showToast('error', oneLine(error));
    } finally {
      this.saving = false;
      await this.load();
    }
  }
}
