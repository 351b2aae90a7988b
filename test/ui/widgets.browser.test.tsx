import { render } from 'preact';
import { useState } from 'preact/hooks';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { Button } from '#ui/Button.tsx';
import { Chips, MultiChips } from '#ui/Chips.tsx';
import { Dialog } from '#ui/Dialog.tsx';
import { ErrorList } from '#ui/ErrorList.tsx';
import { Menu } from '#ui/Menu.tsx';
import { Progress } from '#ui/Progress.tsx';
import { SearchBox } from '#ui/SearchBox.tsx';
import { Select } from '#ui/Select.tsx';
import { Slider } from '#ui/Slider.tsx';
import { StatusMessage } from '#ui/StatusMessage.tsx';
import { Tabs } from '#ui/Tabs.tsx';
import { Term } from '#ui/Term.tsx';
import { TimeSlider } from '#ui/TimeSlider.tsx';
import '#ui/theme.css';

let root: HTMLElement | null = null;

function show(element: preact.ComponentChild): HTMLElement {
  root = document.createElement('main');
  document.body.append(root);
  render(element, root);
  return root;
}

afterEach(() => {
  if (!root) return;
  render(null, root);
  root.remove();
  root = null;
});

const themes = [
  { value: 'people', label: 'Bevölkerung' },
  { value: 'sgb2', label: 'SGB II' },
  { value: 'school', label: 'Bildung', disabled: true },
  { value: 'homes', label: 'Wohnen' },
];

describe('Button', () => {
  test('that becomes available has all its colours at once, and never white on grey', () => {
    const main = show(
      <Button kind="primary" disabled>
        Weiter
      </Button>,
    );
    const button = main.querySelector('button') as HTMLButtonElement;
    const away = getComputedStyle(button).backgroundColor;
    render(<Button kind="primary">Weiter</Button>, main);
    const { backgroundColor, borderColor } = getComputedStyle(button);
    expect(backgroundColor).not.toBe(away);
    expect(backgroundColor).toBe(borderColor);
  });
});

describe('Chips', () => {
  function Example() {
    const [value, setValue] = useState('people');
    return <Chips label="Thema" value={value} onChange={setValue} options={themes} />;
  }

  test('the pressed one is chosen, and only that one', async () => {
    show(<Example />);
    await page.getByText('SGB II').click();
    await expect.element(page.getByRole('radio', { name: 'SGB II' })).toBeChecked();
    await expect.element(page.getByRole('radio', { name: 'Bevölkerung' })).not.toBeChecked();
  });

  test('arrow keys move the choice and pass over what is not to be had', async () => {
    show(<Example />);
    await userEvent.tab();
    await userEvent.keyboard('{ArrowRight}{ArrowRight}');
    await expect.element(page.getByRole('radio', { name: 'Wohnen' })).toBeChecked();
    await expect.element(page.getByRole('radio', { name: 'Wohnen' })).toHaveFocus();
  });

  test('choosing does not make a chip wider', async () => {
    show(<Example />);
    const chip = () => root?.querySelectorAll<HTMLElement>('.ql-chip')[1]?.offsetWidth;
    const before = chip();
    await page.getByText('SGB II').click();
    expect(chip()).toBe(before);
  });
});

test('any number of multi chips can be on, reported in the order they stand', async () => {
  const onChange = vi.fn();
  function Example() {
    const [values, setValues] = useState<readonly string[]>(['homes']);
    return (
      <MultiChips
        label="Dazu"
        values={values}
        options={themes}
        onChange={(next) => {
          setValues(next);
          onChange(next);
        }}
      />
    );
  }
  show(<Example />);
  await page.getByText('Bevölkerung').click();
  expect(onChange).toHaveBeenLastCalledWith(['people', 'homes']);
  await page.getByText('Wohnen').click();
  expect(onChange).toHaveBeenLastCalledWith(['people']);
});

describe('Select', () => {
  const options = [
    { value: 'poverty', label: 'Kinderarmut', note: 'unter 15 Jahre', group: 'SGB II' },
    { value: 'rate', label: 'SGB-II-Quote', group: 'SGB II' },
    { value: 'none', label: 'Kaltmiete', group: 'Wohnen', disabled: true },
    { value: 'rent', label: 'Angebotsmiete', group: 'Wohnen' },
    { value: 'area', label: 'Fläche', group: 'Wohnen' },
  ];
  const onChange = vi.fn();
  function Example() {
    const [value, setValue] = useState('poverty');
    return (
      <Select
        label="Merkmal"
        value={value}
        options={options}
        onChange={(next) => {
          setValue(next);
          onChange(next);
        }}
      />
    );
  }
  const combobox = () => page.getByRole('combobox', { name: 'Merkmal' });
  afterEach(() => onChange.mockReset());

  test('shows the chosen title with its second line', async () => {
    show(<Example />);
    await expect.element(combobox()).toHaveTextContent('Kinderarmutunter 15 Jahre');
    await expect.element(combobox()).toHaveAttribute('aria-expanded', 'false');
  });

  test('a press opens the list in groups, a second one chooses', async () => {
    show(<Example />);
    await combobox().click();
    await expect.element(page.getByRole('group', { name: 'Wohnen' })).toBeVisible();
    await expect
      .element(page.getByRole('option', { name: 'Kinderarmut' }))
      .toHaveAttribute('aria-selected', 'true');
    await page.getByRole('option', { name: 'Angebotsmiete' }).click();
    expect(onChange).toHaveBeenCalledExactlyOnceWith('rent');
    await expect.element(combobox()).toHaveTextContent('Angebotsmiete');
    expect(page.getByRole('option').elements()).toHaveLength(0);
  });

  test('works by keys alone: arrows pass over what is not to be had, Enter chooses', async () => {
    show(<Example />);
    await userEvent.tab();
    await userEvent.keyboard('{ArrowDown}{ArrowDown}{ArrowDown}');
    const active = document.getElementById(
      document.activeElement?.getAttribute('aria-activedescendant') ?? '',
    );
    expect(active?.textContent).toBe('Angebotsmiete');
    await userEvent.keyboard('{Enter}');
    expect(onChange).toHaveBeenCalledExactlyOnceWith('rent');
    await expect.element(combobox()).toHaveFocus();
  });

  test('typing the first letters finds an option', async () => {
    show(<Example />);
    await userEvent.tab();
    await userEvent.keyboard('fl{Enter}');
    expect(onChange).toHaveBeenCalledExactlyOnceWith('area');
  });

  test('Escape closes without choosing', async () => {
    show(<Example />);
    await userEvent.tab();
    await userEvent.keyboard('{ArrowDown}{End}{Escape}');
    await expect.element(combobox()).toHaveAttribute('aria-expanded', 'false');
    expect(onChange).not.toHaveBeenCalled();
  });

  test('a press elsewhere closes', async () => {
    show(
      <div>
        <Example />
        <p>daneben</p>
      </div>,
    );
    await combobox().click();
    await page.getByText('daneben').click({ force: true, position: { x: 2, y: 2 } });
    await expect.element(combobox()).toHaveAttribute('aria-expanded', 'false');
  });
});

describe('SearchBox', () => {
  const places = ['Alte Aue', 'Neue Aue', 'Große Heide'];
  const onChoose = vi.fn();
  const Example = () => (
    <SearchBox
      label="Gebiet suchen"
      suggest={(query) =>
        places
          .filter((place) => place.toLowerCase().includes(query.toLowerCase()))
          .map((place) => ({ key: place, label: place, note: 'Gebiet' }))
      }
      onChoose={onChoose}
    />
  );
  const box = () => page.getByRole('combobox', { name: 'Gebiet suchen' });
  afterEach(() => onChoose.mockReset());

  test('suggests while typing and says how many', async () => {
    show(<Example />);
    await box().fill('aue');
    expect(page.getByRole('option').elements()).toHaveLength(2);
    await expect.element(page.getByRole('status')).toHaveTextContent('2 Vorschläge');
  });

  test('arrow and Enter choose, and the box is ready for the next search', async () => {
    show(<Example />);
    await box().click();
    await userEvent.keyboard('aue{ArrowDown}{ArrowDown}{Enter}');
    expect(onChoose.mock.lastCall?.[0]).toMatchObject({ key: 'Neue Aue' });
    await expect.element(box()).toHaveValue('');
  });

  test('Enter alone takes the best suggestion', async () => {
    show(<Example />);
    await box().click();
    await userEvent.keyboard('heide{Enter}');
    expect(onChoose.mock.lastCall?.[0]).toMatchObject({ key: 'Große Heide' });
  });

  test('a press on a suggestion chooses it', async () => {
    show(<Example />);
    await box().fill('neue');
    await page.getByRole('option', { name: 'Neue Aue' }).click();
    expect(onChoose).toHaveBeenCalledOnce();
  });

  test('says so when nothing is found', async () => {
    show(<Example />);
    await box().fill('xyz');
    await expect.element(page.getByText('Kein Treffer für „xyz“').first()).toBeVisible();
    await expect.element(box()).toHaveAttribute('aria-expanded', 'false');
  });

  test('Escape closes the list first and empties the box then', async () => {
    show(<Example />);
    await box().fill('aue');
    await userEvent.keyboard('{Escape}');
    await expect.element(box()).toHaveValue('aue');
    await expect.element(box()).toHaveAttribute('aria-expanded', 'false');
    await userEvent.keyboard('{Escape}');
    await expect.element(box()).toHaveValue('');
  });
});

test('a slider with stops moves from stop to stop', async () => {
  const onChange = vi.fn();
  show(
    <Slider
      label="Umkreis"
      value={1000}
      stops={[250, 500, 1000, 2000]}
      onChange={onChange}
      format={(value) => `${value} m`}
    />,
  );
  const slider = page.getByRole('slider', { name: 'Umkreis' });
  await expect.element(slider).toHaveAttribute('aria-valuetext', '1000 m');
  slider.element().focus();
  await userEvent.keyboard('{ArrowRight}');
  expect(onChange).toHaveBeenLastCalledWith(2000);
  await userEvent.keyboard('{Home}');
  expect(onChange).toHaveBeenLastCalledWith(250);
});

describe('TimeSlider', () => {
  const years = [2014, 2015, 2018, 2019];
  function Example({ pace = 30 }: { pace?: number }) {
    const [year, setYear] = useState(2015);
    const [playing, setPlaying] = useState(false);
    return (
      <TimeSlider
        label="Jahr"
        years={years}
        value={year}
        onChange={setYear}
        playing={playing}
        onPlay={setPlaying}
        pace={pace}
      />
    );
  }
  const slider = () => page.getByRole('slider', { name: 'Jahr' });

  test('a step into years without data goes on to the next with data', async () => {
    show(<Example />);
    slider().element().focus();
    await userEvent.keyboard('{ArrowRight}');
    await expect.element(slider()).toHaveAttribute('aria-valuetext', '2018');
    await userEvent.keyboard('{ArrowLeft}');
    await expect.element(slider()).toHaveAttribute('aria-valuetext', '2015');
  });

  test('years without data are marked as gaps', () => {
    show(<Example />);
    const gaps = [...(root?.querySelectorAll('.ql-time-gap') ?? [])].map((gap) => gap.textContent);
    expect(gaps).toEqual(['2016', '2017']);
  });

  test('plays to the last year and stops there', async () => {
    show(<Example />);
    await page.getByRole('button', { name: 'Abspielen' }).click();
    await expect.element(slider()).toHaveAttribute('aria-valuetext', '2019');
    await expect.element(page.getByRole('button', { name: 'Abspielen' })).toBeVisible();
  });

  test('can be stopped while playing', async () => {
    show(<Example pace={5000} />);
    await page.getByRole('button', { name: 'Abspielen' }).click();
    await page.getByRole('button', { name: 'Anhalten' }).click();
    await expect.element(page.getByRole('button', { name: 'Abspielen' })).toBeVisible();
    await expect.element(slider()).toHaveAttribute('aria-valuetext', '2015');
  });
});

describe('Dialog', () => {
  function Example() {
    const [open, setOpen] = useState(false);
    return (
      <>
        <button type="button" onClick={() => setOpen(true)}>
          Fragen
        </button>
        <Dialog title="Daten verwerfen?" open={open} onClose={() => setOpen(false)}>
          <p>Was geladen ist, geht verloren.</p>
        </Dialog>
      </>
    );
  }

  test('opens over the page, closes with Escape and gives the focus back', async () => {
    show(<Example />);
    await page.getByRole('button', { name: 'Fragen' }).click();
    await expect.element(page.getByRole('dialog', { name: 'Daten verwerfen?' })).toBeVisible();
    await userEvent.keyboard('{Escape}');
    await expect.poll(() => page.getByRole('dialog').elements().length).toBe(0);
    await expect.element(page.getByRole('button', { name: 'Fragen' })).toHaveFocus();
  });

  test('gives the focus back also when it is taken out of the page', async () => {
    function Removed() {
      const [open, setOpen] = useState(false);
      return (
        <>
          <button type="button" onClick={() => setOpen(true)}>
            Fragen
          </button>
          {open && (
            <Dialog open title="Daten verwerfen?" onClose={() => setOpen(false)}>
              <p>Was geladen ist, geht verloren.</p>
            </Dialog>
          )}
        </>
      );
    }
    show(<Removed />);
    await page.getByRole('button', { name: 'Fragen' }).click();
    await page.getByRole('button', { name: 'Schließen' }).click();
    await expect.poll(() => page.getByRole('dialog').elements().length).toBe(0);
    await expect.element(page.getByRole('button', { name: 'Fragen' })).toHaveFocus();
  });

  test('closes by its button', async () => {
    show(<Example />);
    await page.getByRole('button', { name: 'Fragen' }).click();
    await page.getByRole('button', { name: 'Schließen' }).click();
    await expect.poll(() => page.getByRole('dialog').elements().length).toBe(0);
  });
});

describe('Menu', () => {
  const onChoose = vi.fn();
  const Example = () => (
    <Menu
      label="Ausgeben"
      onChoose={onChoose}
      items={[
        { id: 'csv', label: 'Tabelle als CSV' },
        { id: 'png', label: 'Karte als PNG' },
        { id: 'pptx', label: 'Folien', disabled: true },
      ]}
    />
  );
  afterEach(() => onChoose.mockReset());

  test('arrows move, Enter chooses and the focus returns to the button', async () => {
    show(<Example />);
    await userEvent.tab();
    await userEvent.keyboard('{ArrowDown}');
    await expect.element(page.getByRole('menuitem', { name: 'Tabelle als CSV' })).toHaveFocus();
    await userEvent.keyboard('{ArrowDown}{Enter}');
    expect(onChoose).toHaveBeenCalledExactlyOnceWith('png');
    await expect.element(page.getByRole('button', { name: 'Ausgeben' })).toHaveFocus();
  });

  test('what is not to be had cannot be chosen', async () => {
    show(<Example />);
    await page.getByRole('button', { name: 'Ausgeben' }).click();
    await userEvent.keyboard('{End}{Enter}');
    expect(onChoose).not.toHaveBeenCalled();
    await userEvent.keyboard('{Escape}');
    await expect.element(page.getByRole('button', { name: 'Ausgeben' })).toHaveFocus();
  });
});

test('every problem is listed with file, row and column, the rest on request', async () => {
  show(
    <ErrorList
      title="Nicht übernommen"
      limit={2}
      problems={[
        { text: 'Schlüssel zu kurz', where: { file: 'a.csv', row: 1204, column: 'RAUMID' } },
        { text: 'Spalte fehlt', where: { file: 'a.csv' } },
        { text: 'Gebiet doppelt', where: { file: 'b.geojson', row: 7 } },
      ]}
    />,
  );
  await expect.element(page.getByText('a.csv, Zeile 1204, Spalte RAUMID')).toBeVisible();
  expect(page.getByRole('listitem').elements()).toHaveLength(2);
  await page.getByRole('button', { name: '1 weiterer Hinweis' }).click();
  await expect.element(page.getByText('b.geojson, Zeile 7')).toBeVisible();
});

test('progress says how far it is and can be cancelled', async () => {
  const onCancel = vi.fn();
  show(<Progress label="Berechne" part={0.42} onCancel={onCancel} />);
  await expect.element(page.getByRole('progressbar', { name: 'Berechne' })).toHaveAttribute('value', '0.42');
  await expect.element(page.getByText('42 %')).toBeVisible();
  await page.getByRole('button', { name: 'Abbrechen' }).click();
  expect(onCancel).toHaveBeenCalledOnce();
});

test('a message is announced and leaves by itself', async () => {
  function Example() {
    const [message, setMessage] = useState<string | null>('Adresse kopiert');
    // Away from where the pointer of an earlier test may still rest: a message under it stays.
    return (
      <div style={{ paddingTop: '500px' }}>
        <StatusMessage message={message} lasts={200} onClose={() => setMessage(null)} />
      </div>
    );
  }
  show(<Example />);
  await expect.element(page.getByRole('status')).toHaveTextContent('Adresse kopiert');
  await expect.poll(() => page.getByRole('status').element().textContent).toBe('');
});

test('the present task is marked, another one is reached by a press', async () => {
  const onNavigate = vi.fn();
  show(
    <Tabs
      label="Aufgaben"
      current="explore"
      onNavigate={onNavigate}
      tabs={[
        { id: 'explore', label: 'Erkunden', href: '#explore' },
        { id: 'measure', label: 'Messen', href: '#measure' },
      ]}
    />,
  );
  await expect.element(page.getByRole('link', { name: 'Erkunden' })).toHaveAttribute('aria-current', 'page');
  await page.getByRole('link', { name: 'Messen' }).click();
  expect(onNavigate).toHaveBeenCalledExactlyOnceWith('measure');
});

test('a term explains itself when pressed and falls silent with Escape', async () => {
  show(
    <p>
      <Term term="Zufall">Erwarteter Wert bei zufälliger Verteilung.</Term>
    </p>,
  );
  await page.getByRole('button', { name: 'Zufall' }).click();
  await expect.element(page.getByText('Erwarteter Wert bei zufälliger Verteilung.')).toBeVisible();
  await userEvent.keyboard('{Escape}');
  expect(page.getByText('Erwarteter Wert').elements()).toHaveLength(0);
});
