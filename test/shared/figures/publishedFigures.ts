/**
 * What Xiuwu county published at the municipal press conference of 27 March 2022 (session 9), and
 * the instant each number held for. Numbers published as "over" are the least the figure may be.
 */
export interface PublishedFigure {
  readonly system: string;
  readonly figure: string;
  /** `2022-03-27 12:00`, China Standard Time. */
  readonly at: string;
  readonly value: number;
  readonly over?: boolean;
  /** A breakdown of the figure: `level` 省 is 4. */
  readonly of?: { readonly field: string; readonly key: string };
}

const noon = '2022-03-27 12:00';
const evening = '2022-03-27 20:00';
const at = (system: string, time: string, figure: string, value: number): PublishedFigure => ({
  system,
  figure,
  at: time,
  value,
});
const level = (figure: string, key: string, value: number): PublishedFigure => ({
  ...at('S13', noon, figure, value),
  of: { field: 'level', key },
});

export const publishedFigures: readonly PublishedFigure[] = [
  at('S06', noon, 'permits.toKeyEnterprises', 47),
  at('S07', noon, 'enterpriseProblems.freightSolved', 26),
  { ...at('S09', noon, 'equipment.loudspeakers', 100), over: true },
  at('S10', noon, 'workGroups.countyCadres', 42),
  at('S10', noon, 'workGroups.reserveCadres', 100),
  at('S10', noon, 'workGroups.partyMembers', 9_400),
  at('S11', noon, 'checkpoints.inForce', 30),
  at('S12', noon, 'zones.mediumRisk', 13),
  at('S12', noon, 'zones.lockdown', 16),
  at('S12', noon, 'zones.control', 1),
  at('S13', noon, 'contacts.close', 3_718),
  at('S13', noon, 'contacts.secondary', 7_774),
  at('S13', noon, 'tracingTeams.teams', 138),
  at('S13', noon, 'tracingTeams.people', 390),
  level('workGroups.medicalExperts', '省', 4),
  level('workGroups.medicalExperts', '市', 19),
  level('workGroups.disinfectionExperts', '省', 1),
  level('workGroups.disinfectionExperts', '市', 34),
  level('workGroups.controlExperts', '省', 11),
  level('workGroups.controlExperts', '市', 46),
  level('workGroups.controlExperts', '县', 75),
  at('S14', evening, 'cases.confirmed', 13),
  at('S14', evening, 'cases.asymptomatic', 28),
  at('S15', evening, 'testRounds.keyGroups', 11),
  at('S15', evening, 'testRounds.everybody', 7),
  at('S15', evening, 'testSamples.people', 1_677_800),
  at('S16', noon, 'isolationSites.inUse', 14),
  at('S16', noon, 'isolationStays.isolated', 3_558),
  at('S16', noon, 'isolationStays.inCounty', 1_673),
  at('S16', noon, 'isolationStays.outside', 1_885),
  at('S18', noon, 'pharmacies.open', 24),
  at('S18', noon, 'scarceNeeds.households', 52),
  at('S18', noon, 'scarceNeeds.kinds', 36),
  at('S19', noon, 'disinfection.area', 968_000),
  at('S20', noon, 'tcmHandouts.bags', 305_700),
  at('S26', noon, 'necessitiesStock.grain', 4_748.4),
  at('S26', noon, 'necessitiesStock.oil', 19.7),
  at('S26', noon, 'necessitiesStock.meat', 2_000),
  at('S26', noon, 'necessitiesStock.eggs', 61.5),
  at('S26', noon, 'necessitiesStock.vegetables', 52.48),
  at('S26', noon, 'necessitiesStock.holders', 3),
  at('S27', noon, 'necessitiesDeliveries.total', 204),
  at('S27', noon, 'necessitiesDeliveries.staples', 113),
  at('S27', noon, 'necessitiesDeliveries.meat', 5),
  at('S27', noon, 'necessitiesDeliveries.eggs', 3.7),
  at('S27', noon, 'necessitiesDeliveries.vegetables', 82.6),
  { ...at('S27', noon, 'necessitiesDeliveries.enterprises', 30), over: true },
];
