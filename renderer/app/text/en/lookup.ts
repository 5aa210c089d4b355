import type { zh } from '../zh/index';

export const lookup: typeof zh.lookup = {
  title: {
    person: 'Everything about a person',
    vehicle: 'Everything about a vehicle',
    enterprise: 'Everything about an enterprise',
  },
  about: {
    person: 'Everything about this person',
    vehicle: 'Everything about this vehicle',
    enterprise: 'Everything about this enterprise',
  },
  subjects: 'People, vehicles, enterprises',
  recorded: 'That you looked is on record',
  reveal: 'Show name and numbers',
  reading: 'Asking every ledger',
  gone: 'The record was deleted, or no longer names this person, vehicle or enterprise.',
  notRecorded: 'The access could not be recorded, so nothing is shown. ',
  byLedger: 'Filter by ledger',
  all: 'All',
  records: 'Records',
  possible: 'Possibly the same person',
  possibleNote: 'Same name and phone, another document number or none: please check',
  cut: 'Only the latest 200 of each ledger are listed.',
  showAll: 'List all',
  searchKey: 'Ctrl+Enter everything about it',
};
