import { describe, expect, test } from 'vitest';
import { DelimiterTally, scoreDelimiter } from '#import/columns/delimiter.ts';

function tallied(...pieces: readonly string[]) {
  const tally = new DelimiterTally();
  for (const piece of pieces) tally.push(piece);
  return tally.finish();
}

describe('the delimiter of a whole text', () => {
  test.each([
    [
      'below notes',
      'Bevölkerung, nach Stadtteilen, am 31.12.2023\nQuelle: Amt, Stadt\n\nName;A;B\nX;1,5;2\nY;3,5;4\nZ, W;1;2',
      ';',
    ],
    ['two columns with decimal commas', 'Name;Anteil\nA;12,5\nB;7,2\nC;8,1', ';'],
    ['whole numbers between commas', '1,2,3\n4,5,6\n7,8,9', ','],
    ['quoted lists', 'a;b\n"x, y, z";1\n"u, v, w";2', ';'],
    ['quoted line breaks', 'id,text\n1,"eins; zwei\ndrei; vier"\n2,"fünf; sechs\nsieben"', ','],
    [
      'one long row of words',
      `${'a;b;c\n'.repeat(50)}Eine Fußnote, mit Kommas, und mehr, und noch mehr`,
      ';',
    ],
    ['carriage returns alone', 'a\tb\r1\t2\r3\t4', '\t'],
    ['inches', 'Größe,Text\n5,"19"" Rack; groß"\n6,"x; y"', ','],
  ])('%s', (_, text, delimiter) => {
    expect(scoreDelimiter(text)).toBe(delimiter);
  });

  test('columns are those of most rows', () => {
    expect(tallied('Titel\n\na;b;c\n1;2;3\n4;5;6\nSumme;5').columns).toBe(3);
  });

  test('a later part of the file has its say', () => {
    const notes = 'Hinweis: eins, zwei, drei\n'.repeat(150);
    expect(scoreDelimiter(`${notes}${'a;b;c;d;e\n'.repeat(400)}`)).toBe(';');
  });

  test('pieces make no difference', () => {
    const text = 'a;b;c\n"x;y";2;3\n4;5,5;6\n';
    const whole = tallied(text);
    for (let cut = 1; cut < text.length; cut++) {
      expect(tallied(text.slice(0, cut), text.slice(cut)).delimiter).toBe(whole.delimiter);
    }
  });

  test('a declared one wins, and only a known one counts as declared', () => {
    expect(tallied('sep=,\na;b,c;d\n1;2,3;4')).toMatchObject({ delimiter: ',', isDeclared: true });
    expect(tallied('sep=x\na;b\n1;2')).toMatchObject({ delimiter: ';', isDeclared: false });
  });

  test('apostrophes are quotes where cells begin and end with them', () => {
    expect(tallied("'a';'b'\n'1;2';'3'\n'4';'5'").quote).toBe("'");
    expect(tallied("a;b\nD'Angelo;1\nO'Hara;2\n'tHooft;3").quote).toBe('"');
  });
});
