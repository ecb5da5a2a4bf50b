import { LightningElement, api } from 'lwc';

/** One step. Its state is a class of the element itself, as the published `lightning-progress-step` has it; its value is nowhere in the page. */
export default class PathStep extends LightningElement {
  _step;
  _state = [];

  @api
  get step() {
    return this._step;
  }
  set step(step) {
    this._step = step;
    this.classList.remove(...this._state);
    this._state = step.state.split(' ');
    this.classList.add(...this._state);
  }

  handleClick(event) {
    event.preventDefault();
    this.dispatchEvent(new CustomEvent('step', { detail: this.step.value, bubbles: true, composed: true }));
  }
}
