/** What findings are about and what helps, by rule: what `/openness explain` tells before it tells what was found. */
export const ruleHelp = {
  "models-undeclared":
    "Several folders look like models of their own, and the policy does not say so: what they hold is judged together, as one model. List them under `models` in the policy file to have each of them judged alone.",
  "model-folder-missing":
    "The policy declares a model in a folder that this commit does not have. Correct its path, or take the model out of the policy.",
  "declared-not-found":
    "The policy says that an artifact is at a path where this commit holds nothing. Correct the path, or take the line out of the policy.",
  "license-base-model":
    "The license of a base model binds what is made of it, whatever the new license says. State the base model's license, or one that it permits.",
  "license-contradiction":
    "Two places put the same kind of work under licenses that do not agree. The stricter one counts until one of the places is corrected.",
  "license-limit-of-one":
    "A sentence limits one checkpoint by name, and the release has others. The weights are one component, so the strictest license counts; naming a license for each checkpoint shows which ones are free of the limit.",
  "license-elsewhere":
    "A statement of the license leads to another repository, whose license may be another one tomorrow. Point it to this repository's own.",
  "license-file-empty":
    "A license file holds a name or an address and no terms. Put the license's full text into it, so that it cannot change or vanish.",
  "license-family":
    "A name such as GPL or CC-BY stands for several versions with different terms. Name the one that is meant, by its SPDX identifier.",
  "license-link-broken":
    "A link to the license leads to a file that is not in the repository. Add the file, or correct the link.",
  "license-not-read":
    "A license file is not text, so that nobody can tell by machine what it permits, and nothing is called open because of it. Add it as plain text.",
  "license-other":
    "The model card's license is `other`, which says nothing. Give the name under `license_name` and where the text is under `license_link`.",
  "license-pdf":
    "A license is there as a PDF alone, which is not read, and nothing is called open because of it. Add the same text as plain text.",
  "license-policy":
    "A policy that goes with the release limits what it may be used for. Open licenses permit every purpose, so that what the policy covers does not count as open.",
  "license-sources-differ":
    "License file, model card and text name different licenses, and nothing says which holds for what. Say so in the README, or let all of them name the same one.",
  "license-terms-to-review":
    "Lines of a license file belong to no license that is known, and they may set terms. A person should read them; what sets no terms belongs into another file.",
  "license-text-missing":
    "A license is named and its text is nowhere in the repository. Add it as a LICENSE file: most licenses ask that it goes along.",
  "mof-badge-class":
    "A badge shows a class that the evidence does not support. Correct the badge, or add what the class lacks.",
  "license-change":
    "A license takes away what the license before gave: a permission, a purpose, or a part that was covered. The clauses stand beside it, so that the change is made knowingly or not at all.",
  "mof-claim-class":
    "The MOF file amounts to a class that the evidence does not support. Correct the file, or add what the class lacks.",
  "mof-claim-license":
    "The MOF file names another license for a component than the repository does. Correct whichever is wrong: readers see both.",
  "mof-claim-license-name":
    "The Model Openness Tool knows licenses by their exact SPDX identifier and takes every other spelling for a license that is not open.",
  "mof-claim-not-found":
    "The MOF file lists a component that neither the repository nor its documents show. Add it, say where it is, or take it out of the file.",
  "mof-claim-restricted":
    "The MOF file puts a component under an open license, and the terms that were found restrict it. Correct the file, or the terms.",
  "mof-claim-unlicensed":
    "The MOF file alone says under which license a component is. Say so where the component is, too: those who take it do not read the MOF file.",
  "mof-file":
    "The MOF file holds something that the Model Openness Tool does not read, or reads otherwise than it seems to be meant.",
  "policy-invalid":
    "A line of the policy could not be taken, so that the default holds in its place. The rest of the file holds as it is written.",
  "remote-missing":
    "A document links an artifact, and its host says that there is nothing, or something else. Correct the link, or publish what it promises: as it is, the artifact does not count.",
  "remote-gated":
    "A linked artifact is given only to those whom its host lets in. Make it public, or say in the document who gets it: released is what everybody can have.",
  "remote-incomplete":
    "At the linked address some of the files are missing that belong together. Upload them, so that what is linked can be used.",
  "remote-license-differs":
    "The host of a linked artifact states a stricter license than the repository does. The stricter one counts until the two agree.",
  "policy-proposed-invalid":
    "This pull request changes the policy, and a line of the new one could not be taken. Nothing holds of it before it is merged; correct the line first.",
  "declared-license":
    "The policy states a license for an artifact. The policy grants nothing to those who use the release: the license counts once one of its documents states it. Add it to the README or beside the artifact.",
};
