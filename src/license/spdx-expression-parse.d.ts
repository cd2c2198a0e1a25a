/** The package ships no types. What it returns is described where it is used. */
declare module "spdx-expression-parse" {
  export default function parse(expression: string): unknown;
}
