import { LightningElement, api } from 'lwc';
import { oneLine } from 'lds/errors';
import { updateRecord } from 'lds/records';
import { showToast } from 'one/toast';
import { columnsOf } from 'runtime_sales_pipelineboard/columns';

/**
 * The Kanban board, as Aura draws it (facts/salesforce.md §1.8): plain elements with the browser's own drag events. A card moves at once
 * and goes back when the save is refused. Space picks a card up and drops it without any drop event; the arrows choose the column.
 */
export default class PipelineBoard extends LightningElement {
  static renderMode = 'light';
  @api description;
  @api records;
  moved = {};
  dragged = null;
  target = null;

  get columns() {
    return columnsOf(this.description, this.records, this.moved, this.target);
  }

  handleDragStart(event) {
    this.dragged = event.currentTarget.dataset.cardId;
    event.dataTransfer.effectAllowed = 'move';
    event.dataTransfer.setData('text/plain', this.dragged);
  }

  handleDragEnd() {
    this.putDown();
  }

  handleDragEnter(event) {
    if (this.dragged) this.target = event.currentTarget.dataset.stage;
  }

  handleDragOver(event) {
    if (this.dragged) event.preventDefault();
  }

  handleDrop(event) {
    event.preventDefault();
    this.drop(event.currentTarget.dataset.stage);
  }

  handleKeyDown(event) {
    const id = event.currentTarget.dataset.cardId;
    if (event.key === ' ') {
      event.preventDefault();
      if (this.dragged === id) this.drop(this.target);
      else this.pickUp(id);
    } else if (this.dragged === id) {
      this.steer(event);
    }
  }

  pickUp(id) {
    this.dragged = id;
    this.target = this.stageOf(id);
  }

  steer(event) {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (event.key === 'Escape') this.putDown();
    if (!step) return;
    event.preventDefault();
    const stages = this.columns.map(({ value }) => value);
    this.target = stages[stages.indexOf(this.target) + step] ?? this.target;
  }

  putDown() {
    this.dragged = null;
    this.target = null;
  }

  stageOf(id) {
    return this.records.find((record) => record.id === id).fields[this.description.info.pathField].value;
  }

  async drop(stage) {
    const id = this.dragged;
    this.putDown();
    if (!id || id in this.moved || stage === this.stageOf(id)) return;
    this.moved = { ...this.moved, [id]: stage };
    try {
      await updateRecord(id, { [this.description.info.pathField]: stage });
    } catch (error) {
      showToast('error', oneLine(error));
    } finally {
      const { [id]: settled, ...others } = this.moved;
      this.moved = others;
    }
  }
}
