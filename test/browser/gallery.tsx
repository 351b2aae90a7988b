import { type ComponentChildren, render } from 'preact';
import { useState } from 'preact/hooks';
import {
  Bars,
  Beeswarm,
  ClassLegend,
  ConcentrationProfile,
  Course,
  DecompositionBars,
  Funnel,
  HistoryStrip,
  LegendHistogram,
  Lorenz,
  MoranScatter,
  Scatter,
  SegregationProfile,
  SizeLegend,
  StepLegend,
} from '#charts/charts.ts';
import type { Classes } from '#charts/classes.ts';
import { numbersOf } from '#i18n/numbers.ts';
import { clusterColours } from '#symbology/clusters.ts';
import { blue, diverging, standing, steps, teal } from '#symbology/palettes.ts';
import { Button } from '#ui/Button.tsx';
import { Chips, MultiChips } from '#ui/Chips.tsx';
import { type Column, DataTable } from '#ui/DataTable.tsx';
import { Dialog } from '#ui/Dialog.tsx';
import { EmptyState } from '#ui/EmptyState.tsx';
import { ErrorList } from '#ui/ErrorList.tsx';
import { HoverCard } from '#ui/HoverCard.tsx';
import { InfoLine } from '#ui/InfoLine.tsx';
import { Menu } from '#ui/Menu.tsx';
import { Progress } from '#ui/Progress.tsx';
import { SearchBox } from '#ui/SearchBox.tsx';
import { Select } from '#ui/Select.tsx';
import { Sheet } from '#ui/Sheet.tsx';
import { Slider } from '#ui/Slider.tsx';
import { StatusMessage } from '#ui/StatusMessage.tsx';
import { Tabs } from '#ui/Tabs.tsx';
import { Term } from '#ui/Term.tsx';
import { TimeSlider } from '#ui/TimeSlider.tsx';
import '#ui/theme.css';
import './gallery.css';
import {
  type InventedArea,
  inventAreas,
  inventInstitutions,
  quantileBreaks,
  roughLimits,
} from './invented.ts';

const numbers = numbersOf('de');
const areas = inventAreas(542);
const values = areas.map((area) => area.poverty);
const classes: Classes = { breaks: quantileBreaks(values, 6), colors: steps(blue, 6) };
const percent = (value: number) => numbers.percent(value, 0);
const percent1 = (value: number) => numbers.percent(value);
const euro = (value: number) => numbers.decimal(value, 0);
const dots = areas.map((area) => ({ key: area.key, label: area.name, value: area.poverty }));
const pairs = areas.map((area) => ({ key: area.key, label: area.name, x: area.rent, y: area.poverty }));
const mean = { value: 0.245, label: 'Stadt' };
const missing = [{ kind: 'missing' as const, label: 'nicht ausgewiesen', count: 6 }];
const axisX = { label: 'Angebotsmiete, €/m²', format: euro };
const axisY = { label: 'Kinder %', format: (value: number) => numbers.percentValue(value, 0) };
const columns: readonly Column<InventedArea>[] = [
  { id: 'name', title: 'Gebiet', value: (area) => area.name },
  {
    id: 'poverty',
    title: 'Kinder',
    unit: '%',
    align: 'end',
    width: '4.75rem',
    value: (area) => area.poverty,
    render: (area) => numbers.percentValue(area.poverty),
  },
  {
    id: 'change',
    title: 'seit 2018',
    align: 'end',
    width: '5rem',
    value: (area) => area.change,
    render: (area) => numbers.points(area.change),
  },
  {
    id: 'residents',
    title: 'Einw.',
    align: 'end',
    width: '4.5rem',
    value: (area) => area.residents,
    render: (area) => numbers.integer(area.residents),
  },
];
const rowKey = (area: InventedArea) => area.key;
const years = [2014, 2015, 2016, 2018, 2019, 2020, 2021, 2022, 2023];
const series = [
  {
    id: 'foreign',
    label: 'Ausländer/-innen',
    points: years.map((x, i) => ({ x, value: 29.5 - i, low: 29 - i, high: 30.1 - i })),
  },
  {
    id: 'migration',
    label: 'mit Migrations\u00adhintergrund',
    points: years.map((x, i) => ({ x, value: x === 2019 ? Number.NaN : 30.6 - 0.95 * i })),
  },
  { id: 'chance', label: 'Zufall', isReference: true, points: years.map((x) => ({ x, value: 20.4 })) },
];
const breaks = [{ x: 2020.5, label: 'neue Gebiete' }];

const institutions = inventInstitutions(400);
const limits = roughLimits(0.45, 900);
const city = { value: 0.45, label: 'Stadt 45 %' };
const institutionClasses: Classes = { breaks: [0.2, 0.4, 0.6, 0.8], colors: steps(teal, 5) };
const deviationClasses: Classes = { breaks: [-3, -2, -1, 1, 2, 3], colors: steps(diverging, 7) };
const signed = (value: number) => numbers.signed(value, 0);
const stages = [
  { id: 'home', label: '1 Kinder am Wohnort', value: 33, color: '#b2c4e9' },
  { id: 'catchment', label: '2 Schule im Einzugsbereich', value: 36, color: '#7694d5' },
  { id: 'visit', label: '3 tatsächlicher Besuch', value: 45, isEmphasised: true },
];
const stability = [
  { id: 'weights', label: 'andere Gewichte', value: 1 },
  { id: 'limits', label: 'andere Grenzen', value: 0.98 },
  { id: 'noise', label: 'Zufall kleiner Zahlen', value: 0.99 },
  { id: 'less', label: 'ein Indikator weniger', value: 0.92 },
];
const history = ['2013', '2015', '2017', '2019', '2021'].map((when, index) => ({
  when,
  text: index === 0 ? 'niedrig' : index === 3 ? 'nicht bewertet' : 'sehr niedrig',
  short: index === 0 ? 'niedrig' : index === 3 ? '–' : 's. niedrig',
  color: index === 3 ? null : (standing[index === 0 ? 2 : 3] ?? null),
  isCurrent: index === 4,
}));
const verdicts = [
  { label: 'langfristiger Bedarf', swatch: { color: '#a4620f' }, count: 49 },
  { label: 'verfestigt / neu entstehend', swatch: { color: '#e3b67b' }, count: 46 },
  { label: 'kein erhöhter Bedarf', swatch: { color: '#c2cde0' }, count: 441 },
  { label: 'nicht bewertet', swatch: { missing: 'excluded' as const }, count: 6 },
  { label: 'Fördergebiet', swatch: { outline: '#131525' } },
];
const profile = [
  {
    id: 'h',
    label: 'H',
    points: [250, 500, 1000, 2000, 4000, 8000].map((x, i) => ({ x, value: 4.4 - 0.2 * i - 0.08 * i * i })),
  },
];
const distances = [250, 500, 1000, 2000, 4000, 8000];
const metres = (value: number) => (value < 1000 ? `${value} m` : `${value / 1000} km`);
const sizes = [100, 400, 800];
const radiusOf = (size: number) => Math.sqrt(size) / 2.2;
const indexRows = [
  { id: 'D', name: 'Dissimilarität D', part: 'Gleichmäßigkeit', value: 0.211, chance: 0.005, since: -0.085 },
  { id: 'G', name: 'Gini', part: 'Gleichmäßigkeit', value: 0.292, chance: 0.007, since: -0.113 },
  { id: 'xPx', name: 'Isolation xPx', part: 'Kontakt', value: 0.295, chance: 0.249, since: 0.03 },
  {
    id: 'I',
    name: 'Moran I',
    part: 'Räumliche Nachbarschaft',
    value: 0.57,
    chance: Number.NaN,
    since: -0.06,
  },
];
type IndexRow = (typeof indexRows)[number];
const indexColumns: readonly Column<IndexRow>[] = [
  { id: 'name', title: 'Index', unit: '× 100', value: (row) => row.name, sortable: false },
  {
    id: 'value',
    title: '2024',
    align: 'end',
    weight: 'strong',
    value: (row) => row.value,
    render: (row) => numbers.percentValue(row.value),
    sortable: false,
  },
  {
    id: 'chance',
    title: 'Zufall',
    align: 'end',
    weight: 'muted',
    value: (row) => row.chance,
    render: (row) => numbers.percentValue(row.chance),
    sortable: false,
  },
  {
    id: 'since',
    title: 'seit 2015',
    align: 'end',
    value: (row) => row.since,
    render: (row) => numbers.points(row.since),
    sortable: false,
  },
];
const problems = [
  {
    text: 'Der Schlüssel „5911000“ hat eine Stelle zu wenig.',
    where: { file: 'einwohner.csv', row: 1204, column: 'RAUMID' },
  },
  { text: 'Die Spalte „E_E“ fehlt.', where: { file: 'einwohner.csv' } },
  { text: 'Das Gebiet „Neue Aue“ kommt zweimal vor.', where: { file: 'gebiete.geojson', row: 12 } },
];

const euro1 = (value: number) => numbers.decimal(value, 1);
const signed1 = (value: number) => numbers.signed(value, 1);
const distance = (value: number) =>
  value < 1000 ? `${value}\u00a0m` : `${numbers.decimal(value / 1000, 0)}\u00a0km`;
const cumulated = (power: number) => Array.from({ length: 60 }, (_, i) => (i / 59) ** power);
const lorenzCurves = [
  { id: 'now', label: '2024: D = 21,1', x: cumulated(1), y: cumulated(1.7) },
  { id: 'before', label: '2015: D = 29,6', x: cumulated(1), y: cumulated(2.2) },
];
const thresholds = Array.from({ length: 101 }, (_, i) => i / 100);
const concentrationCurves = [
  { id: 'now', label: '2024', threshold: thresholds, share: thresholds.map((t) => Math.max(0, 1 - t * 2.2)) },
  {
    id: 'before',
    label: '2015',
    threshold: thresholds,
    share: thresholds.map((t) => Math.max(0, 1 - t * 1.8) ** 1.5),
  },
];
const radii = [250, 500, 1000, 2000, 4000, 8000];
const profiles = [
  { id: 'now', label: '2024', values: [4.4, 4.2, 3.6, 2.9, 2, 1.1] },
  { id: 'before', label: '2015', isBackground: true, values: [8.1, 7.6, 6.9, 5.9, 4.8, 3.4] },
];
const moranPoints = areas.map((area, i) => {
  const z = (area.poverty - 0.245) / 0.14;
  const lag = z * 0.55 + 0.6 * Math.sin(i * 1.7);
  const color =
    Math.abs(lag) < 0.6
      ? clusterColours.none
      : clusterColours[`${z > 0 ? 'high' : 'low'}-${lag > 0 ? 'high' : 'low'}`];
  return { key: area.key, label: area.name, z, lag, color };
});
const quadrants = ['hoch–hoch', 'niedrig–hoch', 'niedrig–niedrig', 'hoch–niedrig'] as const;
const change = {
  start: { label: 'D 2015', value: 29.6 },
  parts: [
    { id: 'spatial', label: 'Verteilung über die Gebiete', value: -9.8 },
    { id: 'composition', label: 'Zusammensetzung der Stadt', value: 1.3 },
  ],
  end: { label: 'D 2024', value: 21.1 },
};

function Piece({ title, wide, children }: { title: string; wide?: boolean; children: ComponentChildren }) {
  return (
    <section class={`piece${wide ? ' piece-wide' : ''}`} data-piece={title}>
      <h2 class="ql-heading">{title}</h2>
      {children}
    </section>
  );
}

function Gallery() {
  const [theme, setTheme] = useState<string>('sgb2');
  const [extra, setExtra] = useState<readonly string[]>(['programmes']);
  const [indicator, setIndicator] = useState<string>('poverty');
  const [radius, setRadius] = useState(1000);
  const [year, setYear] = useState(2020);
  const [playing, setPlaying] = useState(false);
  const [selected, setSelected] = useState<string | null>(areas[100]?.key ?? null);
  const [hovered, setHovered] = useState<string | null>(null);
  const [index, setIndex] = useState<string | null>('D');
  const [tab, setTab] = useState<string>('explore');
  const [isAsking, setAsking] = useState(false);
  const [message, setMessage] = useState<string | null>('Adresse kopiert');
  const [brushed, setBrushed] = useState<readonly string[]>([]);
  const [isOpen, setOpen] = useState(true);
  const area = areas.find((each) => each.key === selected);

  return (
    <div class="gallery">
      <h1 class="ql-unseen">Bausteine</h1>
      <div class="gallery-column">
        <Piece title="Chips">
          <Chips
            label="Thema"
            value={theme}
            onChange={setTheme}
            options={[
              { value: 'population', label: 'Bevölkerung' },
              { value: 'arrivals', label: 'Zuzug' },
              { value: 'sgb2', label: 'SGB II' },
              { value: 'housing', label: 'Wohnen' },
              { value: 'education', label: 'Bildung', disabled: true, title: 'keine Daten' },
            ]}
          />
          <MultiChips
            label="Dazu anzeigen"
            values={extra}
            onChange={setExtra}
            options={[
              { value: 'schools', label: 'Schulen', count: '409' },
              { value: 'kitas', label: 'Kitas', count: '2 891' },
              { value: 'programmes', label: 'Fördergebiete' },
            ]}
          />
        </Piece>
        <Piece title="Select">
          <Select
            label="Merkmal"
            value={indicator}
            onChange={setIndicator}
            options={[
              {
                value: 'poverty',
                label: 'Kinderarmut',
                note: 'unter 15 Jahre in SGB-II-Haushalten',
                group: 'SGB II',
              },
              { value: 'rate', label: 'SGB-II-Quote', note: 'unter 65 Jahre', group: 'SGB II' },
              {
                value: 'rent',
                label: 'Angebotsmiete (Median)',
                note: 'Euro je m² nettokalt',
                group: 'Wohnen',
              },
              { value: 'vacancy', label: 'Leerstand', group: 'Wohnen', disabled: true },
              { value: 'social', label: 'Sozialwohnungen', group: 'Wohnen' },
            ]}
            note="Zähler: unter 15-Jährige in Bedarfsgemeinschaften. Nenner: Einwohner/-innen unter 15."
          />
        </Piece>
        <Piece title="Slider">
          <Slider
            label="Umkreis"
            value={radius}
            onChange={setRadius}
            stops={[250, 500, 1000, 2000, 4000]}
            format={(value) => `${numbers.integer(value)} m`}
          />
          <Slider
            inline
            label="Kinderarmut"
            value={33}
            onChange={() => {}}
            format={(value) => `${value} %`}
          />
        </Piece>
        <Piece title="Search">
          <SearchBox
            label="Gebiet oder Einrichtung suchen"
            placeholder="Gebiet oder Einrichtung suchen …"
            suggest={(query) =>
              areas
                .filter((each) => each.name.toLowerCase().includes(query.toLowerCase()))
                .slice(0, 8)
                .map((each) => ({ key: each.key, label: each.name, note: each.section, group: 'Gebiete' }))
            }
            onChoose={(suggestion) => setSelected(suggestion.key)}
          />
        </Piece>
        <Piece title="Buttons">
          <div class="gallery-row">
            <Button>Daten laden</Button>
            <Button kind="primary">Präsentieren</Button>
            <Button kind="quiet">Mehr</Button>
            <Button disabled>Teilen</Button>
            <Button kind="map" aria-label="Vergrößern">
              +
            </Button>
          </div>
        </Piece>
        <Piece title="Scatter">
          <Scatter
            label="Kinderarmut und Angebotsmiete"
            points={pairs}
            x={axisX}
            y={axisY}
            selected={selected}
            hovered={hovered}
            onHover={setHovered}
            onSelect={setSelected}
          />
        </Piece>
      </div>
      <div class="gallery-column gallery-ground">
        <Piece title="Legend histogram">
          <div class="card">
            <LegendHistogram
              label="Kinderarmut in Prozent: Verteilung über 536 Gebiete"
              title="Kinderarmut"
              subtitle="in %, 2020"
              values={values}
              classes={classes}
              format={percent}
              mean={mean}
              selected={area ? { value: area.poverty, label: area.name } : null}
              missing={missing}
              reserve={150}
            />
          </div>
        </Piece>
        <Piece title="Time slider" wide>
          <div class="card card-wide">
            <TimeSlider
              label="Jahr"
              years={years}
              value={year}
              onChange={setYear}
              playing={playing}
              onPlay={setPlaying}
              note="31.12."
            />
          </div>
        </Piece>
        <div class="gallery-row">
          <div class="card">
            <StepLegend
              label="Beitrag zu D in Prozentpunkten"
              title="Beitrag zu D"
              subtitle="Prozentpunkte, 2024"
              classes={deviationClasses}
              format={signed}
              lowLabel={'Gruppe unter\u00advertreten'}
              highLabel={'Gruppe über\u00advertreten'}
            />
          </div>
          <div class="card">
            <ClassLegend label="Empfehlung: Gebiete je Klasse" title="Empfehlung" items={verdicts} />
          </div>
          <div class="card">
            <StepLegend
              label="Anteil ndH in Klassen"
              title="Anteil ndH"
              subtitle="Kreisfläche = Kinder, 2020/21"
              classes={institutionClasses}
              format={percent}
              missing={missing}
            />
            <SizeLegend label="Größe der Kreise" sizes={sizes} radius={radiusOf} format={euro} />
          </div>
        </div>
        <div class="gallery-panels">
          <Piece title="Lorenz">
            <Lorenz
              label="Lorenzkurven 2024 und 2015"
              curves={lorenzCurves}
              xLabel="Anteil an den Übrigen"
              yLabel="Anteil an der Gruppe"
              evenLabel="überall gleicher Anteil"
              format={percent}
            />
          </Piece>
          <Piece title="Concentration profile">
            <ConcentrationProfile
              label="Konzentrationsprofil"
              curves={concentrationCurves}
              xLabel="Anteil der Gruppe im Gebiet mindestens"
              yLabel="der Gruppe leben dort"
              format={percent}
              say={(threshold, share) => `ab ${percent(threshold)}: ${percent(share)}`}
              mean={mean}
            />
          </Piece>
          <Piece title="Segregation profile">
            <SegregationProfile
              label="Umkreis: räumliches H"
              radii={radii}
              series={profiles}
              format={euro1}
              formatRadius={distance}
              radius={radius}
              onRadius={setRadius}
            />
          </Piece>
          <Piece title="Moran scatter">
            <MoranScatter
              label="Moran-Streudiagramm"
              points={moranPoints}
              slope={0.55}
              slopeLabel="I = 0,55"
              xLabel="Anteil hier (standardisiert)"
              yLabel="Mittel der Nachbarn"
              format={euro}
              quadrants={quadrants}
              selected={selected}
              hovered={hovered}
              brushed={brushed}
              onBrush={setBrushed}
              countLabel={(count) => `${count} Gebiete`}
              onHover={setHovered}
              onSelect={setSelected}
            />
          </Piece>
          <Piece title="Decomposition bars">
            <DecompositionBars
              label="Veränderung von D seit 2015"
              start={change.start}
              parts={change.parts}
              end={change.end}
              format={euro1}
              formatPart={signed1}
            />
          </Piece>
          <Piece title="Funnel">
            <Funnel
              label="Trichter: Anteil nach Größe der Schule"
              points={institutions}
              limits={limits}
              mean={city}
              sizeLabel="Kinder"
              formatSize={euro}
              formatShare={percent}
              classes={institutionClasses}
              selected="s7"
              onSelect={() => {}}
            />
          </Piece>
          <Piece title="Measure">
            <DataTable
              caption="Indizes"
              hideCaption
              columns={indexColumns}
              rows={indexRows}
              rowKey={(row) => row.id}
              section={(row) => row.part}
              selected={index}
              onSelect={setIndex}
            />
            <InfoLine
              items={[
                'D nach Duncan & Duncan 1955',
                'n = 542, keine ausgeschlossen',
                <Term key="d" term="Zufall">
                  Erwarteter Wert bei zufälliger Verteilung.
                </Term>,
              ]}
            />
          </Piece>
          <Piece title="Bars">
            <Bars label="Drei Stufen desselben Index" bars={stages} format={euro} />
            <Bars label="Wie sicher ist das?" bars={stability} format={percent} maximum={1} step={20} />
            <HistoryStrip label="Status je Ausgabe" steps={history} />
          </Piece>
          <Piece title="Profile">
            <Course
              label="Segregationsprofil"
              series={profile}
              format={euro}
              xScale="log"
              xTicks={distances}
              formatX={metres}
              selectedX={1000}
              fromZero
              height={110}
            />
            <Course label="Ohne Werte" series={[]} format={euro} height={60} />
          </Piece>
          <Piece title="States">
            <EmptyState title="Keine Einrichtungen" action={<Button small>Alle Formen zeigen</Button>}>
              Für Gymnasien in freier Trägerschaft liegen 2021 keine Zahlen vor.
            </EmptyState>
            <Progress label="Berechne Zufallsverteilung" part={0.42} onCancel={() => {}} />
            <Progress label="Lese Dateien" part={null} />
            <StatusMessage message={message} kind="good" onClose={() => setMessage(null)} />
          </Piece>
          <Piece title="Problems">
            <ErrorList title="Die Daten wurden nicht übernommen" problems={problems} limit={2} />
          </Piece>
          <Piece title="Dialog and menu">
            <div class="gallery-tabs">
              <Tabs
                label="Aufgaben"
                current={tab}
                onNavigate={setTab}
                tabs={[
                  { id: 'explore', label: 'Erkunden', href: '#explore' },
                  { id: 'measure', label: 'Messen', href: '#measure' },
                  { id: 'need', label: 'Förderbedarf', href: '#need' },
                ]}
              />
            </div>
            <div class="gallery-row">
              <Button onClick={() => setAsking(true)}>Fragen …</Button>
              <Menu
                label="Ausgeben"
                onChoose={setMessage}
                items={[
                  { id: 'csv', label: 'Tabelle als CSV', note: 'deutsches Zahlenformat' },
                  { id: 'png', label: 'Karte als PNG' },
                  { id: 'pptx', label: 'Folien', disabled: true },
                ]}
              />
            </div>
            <Dialog
              title="Daten verwerfen?"
              open={isAsking}
              onClose={() => setAsking(false)}
              footer={
                <>
                  <Button onClick={() => setAsking(false)}>Behalten</Button>
                  <Button kind="primary" onClick={() => setAsking(false)}>
                    Verwerfen
                  </Button>
                </>
              }
            >
              <p>Was geladen ist, geht verloren.</p>
            </Dialog>
          </Piece>
          <Piece title="Hover card">
            <div class="gallery-hover">
              <HoverCard x={60} y={20}>
                <strong>Rudolf-Wissell-Großsiedlung</strong>
                <div class="ql-hover-figure">67,4 %</div>
                Stadt 24,5 % · Rang 5 von 536
              </HoverCard>
            </div>
          </Piece>
        </div>
        <Sheet title="Antwort" side="end" open={isOpen} onToggle={setOpen}>
          <p class="gallery-sheet">Auf einem schmalen Bildschirm liegt dieser Teil über der Karte.</p>
        </Sheet>
      </div>
      <div class="gallery-column">
        <p class="ql-lead">
          In <strong>{area?.name}</strong> leben {numbers.integer((area?.poverty ?? 0) * 100)} von 100 Kindern
          in SGB-II-Haushalten, <strong>2,7-mal</strong> so viele wie im Mittel der Gebiete.
        </p>
        <Piece title="Beeswarm">
          <Beeswarm
            label="Verteilung über 536 Gebiete"
            points={dots}
            classes={classes}
            format={percent1}
            formatTick={percent}
            mean={mean}
            selected={selected}
            hovered={hovered}
            onHover={setHovered}
            onSelect={setSelected}
            reserve={100}
          />
        </Piece>
        <DataTable
          caption="Rangliste · sortierbar, Zwilling der Karte"
          columns={columns}
          rows={areas}
          rowKey={rowKey}
          initialSort={{ column: 'poverty', direction: 'descending' }}
          selected={selected}
          onSelect={setSelected}
          hovered={hovered}
          onHover={setHovered}
          height="18rem"
          footer="Erfundene Daten."
        />
        <Piece title="Course">
          <Course
            label="Dissimilarität 2014 bis 2023"
            series={series}
            format={euro}
            breaks={breaks}
            selectedX={year}
            onSelectX={setYear}
          />
        </Piece>
      </div>
    </div>
  );
}

export function showGallery(root: Element): void {
  render(<Gallery />, root);
}
