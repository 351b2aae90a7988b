import { render } from 'preact';
import { useState } from 'preact/hooks';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { type Column, DataTable, type DataTableProps } from '#ui/DataTable.tsx';
import '#ui/theme.css';

interface Row {
  readonly id: string;
  readonly name: string;
  readonly value: number;
  readonly part: string;
}

const rows: readonly Row[] = Array.from({ length: 542 }, (_, index) => ({
  id: `a${index}`,
  name: `Gebiet ${index}`,
  value: index === 3 ? Number.NaN : (index * 37) % 542,
  part: index % 2 === 0 ? 'Nord' : 'Süd',
}));
const columns: readonly Column<Row>[] = [
  { id: 'name', title: 'Gebiet', value: (row) => row.name },
  {
    id: 'value',
    title: 'Kinder',
    unit: '%',
    align: 'end',
    width: '6rem',
    value: (row) => row.value,
    render: (row) => (Number.isNaN(row.value) ? '–' : String(row.value)),
  },
];
const rowKey = (row: Row) => row.id;
const part = (row: Row) => row.part;

let root: HTMLElement | null = null;
let choose: (key: string | null) => void = () => {};
const onSelect = vi.fn();

function Example(props: Partial<DataTableProps<Row>>) {
  const [selected, setSelected] = useState<string | null>(null);
  choose = setSelected;
  return (
    <DataTable
      caption="Rangliste"
      columns={columns}
      rows={rows}
      rowKey={rowKey}
      height="300px"
      selected={selected}
      onSelect={(key) => {
        setSelected(key);
        onSelect(key);
      }}
      {...props}
    />
  );
}

function show(props: Partial<DataTableProps<Row>> = {}): void {
  root = document.createElement('main');
  root.style.width = '380px';
  document.body.append(root);
  render(<Example {...props} />, root);
}

afterEach(() => {
  onSelect.mockReset();
  if (!root) return;
  render(null, root);
  root.remove();
  root = null;
});

const shownRows = () => [...(root?.querySelectorAll<HTMLTableRowElement>('tr[data-key]') ?? [])];
const names = () => shownRows().map((row) => row.cells[0]?.textContent ?? '');
const grid = () => page.getByRole('grid', { name: 'Rangliste' });
const focusedName = () => (document.activeElement as HTMLTableRowElement | null)?.cells?.[0]?.textContent;

describe('sorting', () => {
  test('a press on a head of figures puts the largest first, a second one the smallest', async () => {
    show();
    await page.getByRole('button', { name: 'Kinder %' }).click();
    await expect
      .element(page.getByRole('columnheader', { name: 'Kinder %' }))
      .toHaveAttribute('aria-sort', 'descending');
    expect(shownRows()[0]?.cells[1]?.textContent).toBe('541');
    await page.getByRole('button', { name: 'Kinder %' }).click();
    await expect
      .element(page.getByRole('columnheader', { name: 'Kinder %' }))
      .toHaveAttribute('aria-sort', 'ascending');
    expect(shownRows()[0]?.cells[1]?.textContent).toBe('0');
  });

  test('names begin with the first, and numbers in them count', async () => {
    show({ initialSort: { column: 'value', direction: 'descending' } });
    await page.getByRole('button', { name: 'Gebiet' }).click();
    expect(names().slice(0, 3)).toEqual(['Gebiet 0', 'Gebiet 1', 'Gebiet 2']);
  });

  test('sections keep together and each sorts inside', async () => {
    show({ section: part, rows: rows.slice(0, 10), height: undefined });
    await page.getByRole('button', { name: 'Kinder %' }).click();
    const lines = [...(root?.querySelectorAll('tbody tr') ?? [])].map(
      (row) => row.firstElementChild?.textContent,
    );
    expect(lines).toEqual([
      'Nord',
      'Gebiet 8',
      'Gebiet 6',
      'Gebiet 4',
      'Gebiet 2',
      'Gebiet 0',
      'Süd',
      'Gebiet 9',
      'Gebiet 7',
      'Gebiet 5',
      'Gebiet 1',
      'Gebiet 3',
    ]);
  });
});

describe('many rows', () => {
  test('only those in sight are in the page, and it says how many there are', async () => {
    show();
    await expect.element(grid()).toHaveAttribute('aria-rowcount', '543');
    await expect.poll(() => shownRows().length).toBeLessThan(60);
    const height = root?.querySelector('tbody')?.getBoundingClientRect().height ?? 0;
    expect(Math.abs(height - 542 * 30)).toBeLessThan(20);
  });

  test('scrolling brings the others', async () => {
    show();
    const box = root?.querySelector('.ql-table-scroll');
    if (box) box.scrollTop = 300 * 30;
    await expect.element(page.getByRole('row', { name: 'Gebiet 305' })).toBeInTheDocument();
    expect(names()).not.toContain('Gebiet 10');
    expect(
      shownRows()
        .find((row) => row.dataset.key === 'a305')
        ?.getAttribute('aria-rowindex'),
    ).toBe('307');
  });

  test('a selection from elsewhere is scrolled into sight', async () => {
    show();
    choose('a420');
    await expect.element(page.getByRole('row', { name: 'Gebiet 420' })).toBeVisible();
    const box = root?.querySelector('.ql-table-scroll')?.getBoundingClientRect();
    const row = shownRows()
      .find((each) => each.dataset.key === 'a420')
      ?.getBoundingClientRect();
    expect(row?.top).toBeGreaterThan(box?.top ?? Number.POSITIVE_INFINITY);
    expect(row?.bottom).toBeLessThan(box?.bottom ?? 0);
    await expect
      .element(page.getByRole('row', { name: 'Gebiet 420' }))
      .toHaveAttribute('aria-selected', 'true');
  });

  test('scrolls with its panel when it has no height of its own', async () => {
    show({ height: undefined });
    if (root) Object.assign(root.style, { height: '300px', overflowY: 'auto' });
    await expect.poll(() => shownRows().length).toBeLessThan(80);
    root?.scrollTo({ top: 6000 });
    await expect.element(page.getByRole('row', { name: 'Gebiet 200' })).toBeInTheDocument();
  });
});

describe('keyboard', () => {
  test('the rows are one tab stop; arrows, page keys, Home and End move, Enter selects', async () => {
    show();
    await userEvent.tab();
    await userEvent.tab();
    await userEvent.tab();
    expect(focusedName()).toBe('Gebiet 0');
    await userEvent.keyboard('{ArrowDown}{ArrowDown}{ArrowUp}');
    expect(focusedName()).toBe('Gebiet 1');
    await userEvent.keyboard('{PageDown}');
    await expect.poll(focusedName).toBe('Gebiet 9');
    await userEvent.keyboard('{End}');
    await expect.poll(focusedName).toBe('Gebiet 541');
    await userEvent.keyboard('{Enter}');
    expect(onSelect).toHaveBeenCalledExactlyOnceWith('a541');
    await userEvent.keyboard('{Home}');
    await expect.poll(focusedName).toBe('Gebiet 0');
    expect(root?.querySelectorAll('tr[tabindex="0"]')).toHaveLength(1);
    await userEvent.tab();
    expect(root?.contains(document.activeElement)).toBe(false);
  });

  test('the focused row is never hidden under the head', async () => {
    show();
    shownRows()[0]?.focus();
    await userEvent.keyboard('{End}');
    await expect.poll(focusedName).toBe('Gebiet 541');
    for (let i = 0; i < 12; i++) await userEvent.keyboard('{ArrowUp}');
    await expect.poll(focusedName).toBe('Gebiet 529');
    const head = root?.querySelector('thead')?.getBoundingClientRect();
    const row = document.activeElement?.getBoundingClientRect();
    expect(row?.top ?? 0).toBeGreaterThanOrEqual((head?.bottom ?? Number.POSITIVE_INFINITY) - 1);
  });

  test('arrows pass over the names of sections', async () => {
    show({ section: part, rows: rows.slice(0, 6), height: undefined });
    shownRows()[2]?.focus();
    await userEvent.keyboard('{ArrowDown}');
    await expect.poll(focusedName).toBe('Gebiet 1');
  });
});

test('a press selects a row and the pointer reports where it is', async () => {
  const onHover = vi.fn();
  show({ onHover });
  await page.getByRole('row', { name: 'Gebiet 4 ' }).hover();
  expect(onHover).toHaveBeenLastCalledWith('a4');
  await page.getByRole('row', { name: 'Gebiet 4 ' }).click();
  expect(onSelect).toHaveBeenCalledExactlyOnceWith('a4');
  await expect.element(page.getByRole('row', { name: 'Gebiet 4 ' })).toHaveAttribute('aria-selected', 'true');
});

test('a row reached by keyboard is reported like one under the pointer', async () => {
  const onHover = vi.fn();
  // The pointer still stands where the test before left it, and would report that row late.
  await userEvent.unhover(document.body);
  show({ onHover, rows: rows.slice(0, 5), height: undefined });
  await userEvent.keyboard('{Tab}{Tab}{Tab}');
  await userEvent.keyboard('{Home}');
  const focused = document.activeElement as HTMLElement;
  await expect.poll(() => onHover.mock.lastCall?.[0]).toBe(focused.dataset.key);
  await userEvent.keyboard('{ArrowDown}');
  const next = document.activeElement as HTMLElement;
  expect(next.dataset.key).not.toBe(focused.dataset.key);
  await expect.poll(() => onHover.mock.lastCall?.[0]).toBe(next.dataset.key);
  next.blur();
  await expect.poll(() => onHover.mock.lastCall?.[0]).toBe(null);
});

test('a table without selection is a plain table', async () => {
  show({ onSelect: undefined, rows: rows.slice(0, 3), height: undefined });
  await expect.element(page.getByRole('table', { name: 'Rangliste' })).toBeVisible();
  expect(root?.querySelectorAll('tr[tabindex]')).toHaveLength(0);
});

test('an empty table says so', async () => {
  show({ rows: [] });
  await expect.element(page.getByText('Keine Zeilen')).toBeVisible();
});
