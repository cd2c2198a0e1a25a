import type { Vocabulary } from "./vocabulary.ts";

/** English headings: those of the Hugging Face model and dataset card templates, and of model repositories at large. */
export const english: Vocabulary = {
  contains: [
    [["license"], "license, licence, licenses, licences, licensing, licencing, terms of use, usage terms, copyright"],
    [
      ["license", "intended-use"],
      "usage policy, acceptable use, acceptable use policy, usage guidelines, terms of service",
    ],
    [["disclaimer"], "disclaimer, disclaimers, legal notice, notice"],
    [
      ["model-description"],
      "introduction, overview, model description, model descriptions, model details, model summary, model card, model cards, model information, model overview, model introduction, about the model, model series, model family",
    ],
    [
      ["intended-use"],
      "intended use, intended uses, intended usage, intended user, intended users, direct use, downstream use, primary use, primary uses, use cases, use case, applications, who can use",
    ],
    [
      ["out-of-scope-use"],
      "out-of-scope use, out-of-scope uses, out of scope, out-of-scope, misuse, malicious use, prohibited use, prohibited uses",
    ],
    [
      ["limitations"],
      "limitations, limitation, limits, bias, biases, risk, risks, known issues, caveats, shortcomings, weaknesses, failure modes, hallucination, hallucinations",
    ],
    [
      ["ethics"],
      "ethics, ethical considerations, ethical, responsible ai, responsibility, safety, broader impact, societal impact, fairness, personal and sensitive information",
    ],
    [
      ["usage"],
      "usage, how to use, get started, getting started, quick start, quickstart, quick-start, tutorial, tutorials, how to run, basic use, use with, using the model, sample usage, example usage, usage example, usage examples",
    ],
    [["installation"], "installation, install, installing, setup, set up, environment setup, build from source"],
    [
      ["inference"],
      "inference, serving, deployment, deploy, deploying, text generation, run locally, running locally, generate, generating",
    ],
    [
      ["training"],
      "training, pretraining, pre-training, train, pretrain, pre-train, training procedure, training details, training regime, training code, training recipe",
    ],
    [
      ["fine-tuning"],
      "fine-tuning, finetuning, fine tuning, finetune, fine-tune, fine-tuned, finetuned, instruction tuning, post-training, posttraining, supervised tuning, sft, rlhf, dpo, lora",
    ],
    [
      ["training-data"],
      "training data, training dataset, training datasets, training corpus, training set, training sets, pretraining data, pre-training data, pretraining dataset, pretraining datasets, pre-training dataset, pre-training datasets, pretraining corpus, pre-training corpus, data source, data sources, source data, data mix, data mixture, data mixtures, data composition, dataset composition, data card, data statement, datasheet, dataset details, dataset description, dataset structure, dataset specs, dataset summary, dataset creation, corpus, corpora, dataset, datasets, data collection",
    ],
    [
      ["training-data", "fine-tuning"],
      "fine-tuning data, finetuning data, instruction data, sft data, post-training data, alignment data, preference data, fine-tuning dataset, fine-tuning datasets, finetuning datasets",
    ],
    [
      ["data-processing"],
      "data processing, data preprocessing, data pre-processing, preprocessing, pre-processing, data cleaning, data filtering, deduplication, data curation, data pipeline, data preparation, dataset preparation, prepare data, prepare the data, preparing data, preparing the data, prepare dataset, prepare the dataset, preparing the dataset, prepare datasets, preparing datasets, data prep, data cleansing, data creation, data construction, dataset curation, tokenizing, data generation",
    ],
    [
      ["hyperparameters"],
      "hyperparameters, hyperparameter, hyper-parameters, hyper parameters, training configuration, training config, training parameters, training settings",
    ],
    [
      ["evaluation"],
      "evaluation, evaluations, eval, evals, evaluating, evaluate, benchmark, benchmarks, benchmarking, benchmark results, leaderboard, leaderboards, evaluation results, metrics, test results, main results, quantitative results, qualitative results, downstream results, results on, results summary, summary of results, model results, testing data, evaluation data, evaluation dataset, evaluation datasets, evaluation set, test set, test sets, test data, zero-shot evaluation, few-shot evaluation, experimental results",
    ],
    [["reproduction"], "reproduce, reproducing, reproducibility, reproduction, replicate, replicating, replication"],
    [
      ["checkpoints"],
      "intermediate checkpoint, intermediate checkpoints, training checkpoints, partial checkpoints, all checkpoints, checkpoint history, training trajectory",
    ],
    [["checkpoints", "download"], "checkpoints"],
    [
      ["download"],
      "download, downloads, downloading, model zoo, model weights, weights, pretrained model, pretrained models, pre-trained model, pre-trained models, available models, model list, released models, pretrained checkpoints, pre-trained checkpoints, model checkpoints, released checkpoints, model downloads, model download, model index",
    ],
    [
      ["architecture"],
      "architecture, architectures, model structure, network structure, model specs, model specifications, technical specifications, model design",
    ],
    [
      ["paper"],
      "paper, papers, technical report, tech report, technical reports, publication, publications, whitepaper, white paper, preprint, arxiv",
    ],
    [["citation"], "citation, citations, citing, cite, bibtex, how to cite"],
    [
      ["environmental-impact"],
      "environmental impact, carbon footprint, carbon emissions, carbon emission, co2, co2 emissions, energy consumption, energy use, environmental, emissions",
    ],
    [
      ["speed"],
      "inference speed, training speed, speed, speeds, latency, throughput, inference performance, training performance, inference efficiency, memory usage, memory footprint, gpu memory, memory consumption, speed benchmark, latency benchmark, throughput benchmark, fps, runtime performance, inference benchmark",
    ],
    [
      ["samples"],
      "sample outputs, sample output, generated samples, model samples, image samples, example outputs, example output, output examples, generation examples, showcase, gallery, model outputs, sample generations, audio samples, audio examples",
    ],
    [
      ["requirements"],
      "requirements, prerequisites, dependencies, system requirements, hardware requirements, software requirements, compute infrastructure, hardware",
    ],
    [
      ["contact"],
      "contact us, card contact, contact information, contact details, discord, wechat, feedback, get in touch, authors, team",
    ],
    [
      ["news"],
      "news, updates, update log, changelog, change log, what's new, whats new, release notes, latest news, announcement, announcements",
    ],
    [
      ["acknowledgements"],
      "acknowledgement, acknowledgements, acknowledgment, acknowledgments, acknowledge, thanks, credits, funding",
    ],
    [
      ["related-work"],
      "related work, related works, related project, related projects, see also, references, derived works, community projects, projects using, other projects, further reading, star history",
    ],
    [
      [],
      "load the dataset, loading the dataset, load dataset, loading datasets, reproduce the issue, reproduce the bug, reproduce the error, reproduce the problem, open reproduction, open-source reproduction, converting datasets, converting the dataset, converting data, data format, dataset format, input format, output format, prompt format, chat format, license header, custom dataset, custom datasets, custom data, your own data, your own dataset, your dataset, your data, your own model, data loading, data loader, dataloader, news dataset, training time, training times, train/test, test-driven, unit tests",
    ],
  ],
  whole: [
    [["training-data"], "data, the data, training corpora, data sets, data set, data & datasets, pretrain data"],
    [["download"], "models, model, available checkpoints, released model weights, the models"],
    [
      ["model-description"],
      "about, description, summary, intro, what is it, abstract, model, highlights, key features, features, general information",
    ],
    [["intended-use"], "uses, use, intended, scope"],
    [["usage"], "example, examples, demo, demos, how to, quick usage, quick tour, start, use"],
    [
      ["evaluation"],
      "performance, performances, model performances, baselines, zero-shot, few-shot, experiments, results, result, scores, comparison, model performance, evaluation performance, accuracy, quality, model quality, performance comparison",
    ],
    [["samples"], "samples, sample, outputs, generations, generated examples"],
    [["inference"], "run, running, generation, sampling, chat, cli demo"],
    [["reproduction"], "reproductions"],
    [["contact"], "contact, contacts, community, support, questions, maintainers"],
    [["paper"], "report, research"],
    [["requirements"], "environment"],
    [["citation"], "reference"],
    [["news"], "update"],
  ],
  excluded:
    /\b(?:issue template|pull request template|contributing|table of contents|contents|parallel|parallelism)\b/i,
};
