export const sheet = {
  title: 'Backup of the pass signing key',
  issuer: 'Issuer',
  event: 'Event',
  keyId: 'Key number',
  fingerprint: 'Fingerprint',
  createdAt: 'In use from',
  how: 'Keeping and using it',
  steps: {
    safe: "Whoever has this page can issue passes in the county's name: seal it, lock it in a safe, never photograph, copy or send it.",
    restore:
      'When the computer is broken or replaced: choose Restore from paper under Passes, Keys and serials, and type the seven lines.',
    lost: 'When this page is lost or was seen by others: change the key in the program at once, say that it fell into other hands, and tell every checkpoint.',
  },
  keeper: 'Kept by',
  place: 'Kept at',
  keptOn: 'Kept since',
};

export const print = {
  print: 'Print',
  many: 'Print the ticked {{count}}',
  title: 'Print passes: {{count}}',
  size: 'Paper',
  sizes: { A4: 'A4 upright', A5: 'A5 lying' },
  noCode: 'Without a code and not printed: {{count}}.',
  nothing: 'None of these passes has a code: there is nothing to print.',
  done: 'Passes written: {{count}}, to {{name}}',
  failed: 'It could not be written; try again.',
};

export const paper = {
  title: 'Vehicle pass',
  number: 'No.',
  valid: 'Valid from {{from}} until {{until}}',
  enterprise: 'Applicant',
  transport: 'Transport',
  vehicle: 'Vehicle',
  driver: 'Driver',
  crew: 'Crew',
  persons: '{{count}}',
  origin: 'From',
  destination: 'To',
  checkpoints: 'By way of',
  goods: 'Goods',
  code: 'Scan to prove it offline',
  seal: '(seal)',
  office: 'Issued by: ',
  approver: 'Approved by: ',
  issuedAt: 'Issued at: ',
  rules: {
    oneVehicle: 'One vehicle, one pass, one route: not to be lent, altered or copied.',
    withDriver:
      "Carried in the vehicle and shown with the driver's identity document; the rules of the checkpoint apply.",
    lost: 'Report it at once when it is lost; hand it back when it ends or is changed.',
  },
};
