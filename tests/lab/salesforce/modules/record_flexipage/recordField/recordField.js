import RecordLayoutItem from 'records/recordLayoutItem';

/** One field that stands on the page by itself: label, value, and the pencil (facts/salesforce.md §1.4, Dynamic Forms). */
export default class RecordField extends RecordLayoutItem {}
