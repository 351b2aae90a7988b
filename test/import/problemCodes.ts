import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const root = fileURLToPath(new URL('../../', import.meta.url));

export interface ProblemCodes {
  /** Every code a problem can have, with the places where it is given one. */
  readonly codes: ReadonlyMap<string, readonly string[]>;
  /** Places where a problem gets any text for a code: nobody could say whether there are words for it. */
  readonly open: readonly string[];
}

/**
 * The codes of all problems made in some folders of `src`, as the compiler knows them: from the types of what is given to
 * `problem(…)`, to `ProblemList.add` and to `code` of a `Problem` written out.
 */
export function problemCodes(folders: readonly string[]): ProblemCodes {
  const config = ts.readConfigFile(`${root}tsconfig.json`, (path) => readFileSync(path, 'utf8'));
  const { options } = ts.parseJsonConfigFileContent(config.config, ts.sys, root);
  const files = folders.flatMap((folder) => ts.sys.readDirectory(`${root}src/${folder}`, ['.ts']));
  const program = ts.createProgram(files, { ...options, types: [], noEmit: true });
  const checker = program.getTypeChecker();
  const codes = new Map<string, string[]>();
  const open: string[] = [];

  const note = (value: ts.Expression): void => {
    const source = value.getSourceFile();
    const { line } = source.getLineAndCharacterOfPosition(value.getStart());
    const at = `${relative(root, source.fileName).replaceAll('\\', '/')}:${line + 1}`;
    const type = checker.getTypeAtLocation(value);
    for (const one of type.isUnion() ? type.types : [type]) {
      if (one.isStringLiteral()) codes.set(one.value, [...(codes.get(one.value) ?? []), at]);
      else open.push(`${at} ${value.getText()}`);
    }
  };
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node)) {
      const [first] = node.arguments;
      if (first && makesProblem(node, checker)) note(first);
    } else if (ts.isPropertyAssignment(node) && node.name.getText() === 'code') {
      const beside = node.parent.properties.map(({ name }) => name?.getText());
      if (beside.includes('params') && beside.includes('where')) note(node.initializer);
    }
    ts.forEachChild(node, visit);
  };
  const own = new Set(files.map((file) => file.replaceAll('\\', '/')));
  for (const source of program.getSourceFiles()) {
    // It hands on what it was given.
    if (source.fileName.endsWith('/pack/problemList.ts')) continue;
    if (own.has(source.fileName)) visit(source);
  }
  return { codes, open };
}

function makesProblem(call: ts.CallExpression, checker: ts.TypeChecker): boolean {
  const { expression } = call;
  if (ts.isIdentifier(expression)) {
    if (expression.text !== 'problem') return false;
    return nameOf(checker.getTypeAtLocation(call)) === 'Problem';
  }
  if (!ts.isPropertyAccessExpression(expression) || expression.name.text !== 'add') return false;
  return (
    nameOf(checker.getNonNullableType(checker.getTypeAtLocation(expression.expression))) === 'ProblemList'
  );
}

function nameOf(type: ts.Type): string | undefined {
  return type.getSymbol()?.name;
}
