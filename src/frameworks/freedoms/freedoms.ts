/** The four freedoms: what the terms of a release let others do, for whom they do not, and by which clause. */
import type { Freedom } from "../../license/license.ts";
import type { Framework, FrameworkRule } from "../framework.ts";
import { judgeFreedom } from "./judge-freedom.ts";
import { judgeLasting } from "./lasting.ts";

const REFERENCES = [
  "OSI, Open Source AI Definition 1.0, the four freedoms",
  "OSI, Open Source Definition, criteria 1, 3, 5 and 6",
];

const DECIDES =
  "Every artifact that was found is taken with the license that was found for it. An open license gives the freedom. A license that is not open limits it where a clause of its text, or what is known of it by its name, does; the clause is shown with whom it is for. Attribution, notices and share-alike are conditions and no limits. Where a repository that was seen whole states no license for anything, what lies in it fails, since its holder alone may then do what this freedom is about. Where single artifacts have no license, and for terms that could not be told, the rule is undetermined.";

const rule = (
  freedom: Freedom,
  words: Pick<FrameworkRule, "title" | "asks" | "why"> & { readonly decides?: string },
): FrameworkRule => ({
  id: `freedoms-${freedom}`,
  decides: DECIDES,
  remedy: "Put the named artifacts under an open license, or name the limits where you name the license.",
  effort: "minutes",
  references: REFERENCES,
  ...words,
  check: (material) => judgeFreedom(freedom, material),
});

const use = rule("use", {
  title: "Terms that let anyone use it for any purpose",
  asks: "May everyone use what is released, for every purpose, without asking?",
  why: "A limit on who may use a model, or for what, is a risk that every later product and study carries along.",
});

const study = rule("study", {
  title: "Terms that let anyone study it",
  asks: "May everyone look into what is released and find out how it works?",
  why: "Safety research, audits and teaching need to take a model apart.",
  decides: `${DECIDES} What lies open can be looked at without a license, so none missing fails here. Whether what study needs was released at all is asked by the Open Source AI Definition and by the Model Openness Framework.`,
});

const modify = rule("modify", {
  title: "Terms that let anyone change it for any purpose",
  asks: "May everyone change what is released, train other models with it included, for every purpose?",
  why: "Adapting a model to a language, a field or a device is what most people take it for.",
  decides: `${DECIDES} A license that allows changes, though not for commercial or other purposes, gives a warning.`,
});

const share = rule("share", {
  title: "Terms that let anyone share it",
  asks: "May everyone pass on what is released, changed or not, for every purpose?",
  why: "What cannot be passed on cannot be built upon by others, and ends with its owner's server.",
});

const lasting: FrameworkRule = {
  id: "freedoms-lasting",
  title: "Terms that stay as they are",
  asks: "Do the freedoms last, or may the owner take them back or change the terms later?",
  why: "Who builds on a release needs to know that its terms will be the same next year.",
  decides:
    "The rule fails where a license in force says that it can be revoked at will. It warns where a license lets its owner restrict use from afar, or where the text of a license that is not open, or of a use policy, says that these terms may be changed from time to time or at any time. It passes where every artifact found is under an open license, since those hold for what was released, and is undetermined for the rest.",
  remedy:
    "Take a license that cannot be revoked and that contains its conditions, instead of pointing to a page that changes.",
  effort: "hours",
  references: REFERENCES,
  check: judgeLasting,
};

export const freedoms: Framework = {
  id: "freedoms",
  title: "Four freedoms",
  version: "1.0",
  rules: [use, study, modify, share, lasting],
};
