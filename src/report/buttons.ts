/** The buttons of a check run. GitHub shows them to people who may write to the repository, and to nobody else. */
import type { Messages } from "../messages/en.ts";

/** What a press sends back as `requested_action.identifier`; never changes once shipped. */
export const BUTTONS = ["rerun", "explain"] as const;
export type Button = (typeof BUTTONS)[number];

/**
 * The shape of the REST API's `actions` (REST reference, "Create a check run"): label at most 20 characters, description
 * at most 40, identifier at most 20, three buttons at most.
 */
export interface CheckAction {
  readonly label: string;
  readonly description: string;
  readonly identifier: Button;
}

/** The buttons in a language, in the order in which they are shown. */
export function actionsOf(buttons: readonly Button[], messages: Messages): readonly CheckAction[] {
  const { rerun, explain } = messages.buttons;
  const words = { rerun, explain };
  return buttons.map((identifier) => ({ ...words[identifier], identifier }));
}
