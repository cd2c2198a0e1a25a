/**
 * Well-known benchmarks, one entry per benchmark, with its other spellings after `=`. Parts of a name may be written
 * together or with a space, dash or underscore between them. A name after `!` is an ordinary word in other letters
 * (`DROP`, `RACE`): it counts only as it is spelled here.
 */
export const BENCHMARKS = `
MMLU, MMLU-Pro, MMLU-Redux, MMMLU, CMMLU, JMMLU, KMMLU, ArabicMMLU, Global-MMLU, C-Eval=ceval, !C3, AGIEval=AGI Eval, GAOKAO=GAOKAO-Bench, !MATH=MATH-500=MATH500=Hendrycks MATH,
CMATH, GSM8K=GSM-8K, GSM-Plus, MGSM, SVAMP, ASDiv, MathQA, MathVista, MathVerse, OlympiadBench, OmniMath=Omni-MATH, Minerva Math, !AIME, AIME-2024=AIME24, AIME-2025=AIME25, AMC23=AMC-23,
HMMT, FrontierMath, HumanEval=Human Eval, HumanEval+=HumanEvalPlus, HumanEval-X, HumanEvalPack=HumanEvalFix=HumanEvalExplain=HumanEvalSynthesize, MBPP=MBPP+, EvalPlus, MultiPL-E=MultiPLE, DS-1000, LiveCodeBench, BigCodeBench, CRUXEval=CRUX-Eval, SWE-bench=SWE-bench Verified=SWE-bench Lite, RepoBench, CrossCodeEval, !ReCode, Codeforces, !Aider=Aider-Polyglot, Terminal-Bench, !Spider, BIRD-SQL=BIRD SQL,
HellaSwag=Hella Swag, !ARC=ARC-C=ARC-E=ARC-Challenge=ARC-Easy=arc_challenge=arc_easy=ARC-c=ARC-e=ai2_arc, ARC-AGI, BBH=BIG-Bench Hard=BigBench Hard, BBEH, BIG-bench=BigBench, TruthfulQA=Truthful QA, WinoGrande=Wino Grande, Winograd=WSC=WSC273, PIQA, !SIQA=Social IQA=SocialIQA, LAMBADA, LogiQA, SciQ, OpenBookQA=OBQA, BoolQ, CommonsenseQA=CSQA, StrategyQA, !COPA=XCOPA, StoryCloze=XStoryCloze, !RACE=RACE-H=RACE-M=RACE-High=RACE-Middle, !DROP, QuAC, CoQA, SQuAD=SQuAD2.0=SQuADv2, NaturalQuestions=Natural Questions=NQ-Open, TriviaQA=Trivia QA, WebQuestions=WebQs, HotpotQA, MuSiQue, PopQA, SimpleQA=Chinese SimpleQA, !FRAMES, PubMedQA, MedQA, MedMCQA, GPQA=GPQA-Diamond, SuperGPQA, HLE=Humanity's Last Exam, MuSR, ZebraLogic, IFEval=IF-Eval, IFBench, Multi-IF,
MT-Bench=MTBench, JMT-Bench=Japanese MT-Bench, AlpacaEval=Alpaca Eval, Arena-Hard=ArenaHard, Chatbot Arena=LMArena, WildBench, RewardBench, AlignBench, BELEBELE, LongBench, L-Eval, !RULER=RULER-128K, NIAH=Needle in a Haystack, InfiniteBench, ZeroSCROLLS=SCROLLS, !HELMET, LV-Eval, BFCL=Berkeley Function Calling, tau-bench=TAU-bench=τ-bench=TAU2-bench, ToolBench, AgentBench, WebArena, OSWorld, BrowseComp, !GAIA,
!GLUE, SuperGLUE=Super GLUE, !CLUE=CLUEWSC, FewCLUE, SuperCLUE, JGLUE, KLUE, KoBEST, JCommonsenseQA=JCQA, JCommonsenseMorality, JNLI, JSQuAD, JSTS, MARC-ja, JAQKET, NIILC, JSICK, llm-jp-eval, lm-evaluation-harness, !CoLA, SST-2=SST2, MRPC, QQP, MNLI, QNLI, !RTE, STS-B, !ANLI, XNLI, !PAWS-X=PAWS, XTREME=XTREME-S, XGLUE, TyDiQA=TyDi QA, MLQA, XQuAD, MKQA, OCNLI, CMNLI, AFQMC, !CHID, CMRC=CMRC2018, !DRCD, XL-Sum=XLSum, XSum, SAMSum, GovReport, QMSum, !CNN/DailyMail=CNN/DM=CNN-DailyMail, FLORES=FLORES-101=FLORES-200=FLORES200, WMT=WMT14=WMT16=WMT19=WMT20=WMT21=WMT22=WMT23=WMT24=WMT24++, IWSLT, OPUS-100, NTREX, CoVoST=CoVoST2=CoVoST-2, MTEB=MMTEB=C-MTEB=JMTEB, !BEIR, !MIRACL, MS MARCO=MSMARCO, HumanEval-XL, INCLUDE-44, !OALL,
ToxiGen, RealToxicityPrompts=Real Toxicity Prompts, CrowS-Pairs=Crows Pairs, WinoBias, WinoGender, !BBQ, BOLD-bias, HarmBench, StrongREJECT, XSTest, SafetyBench, AdvBench, WMDP, WikiText=WikiText-2=WikiText-103=WikiText2, Penn Treebank=PTB, enwik8, text8, LM1B,
ImageNet=ImageNet-1k=ImageNet1k=ImageNet-21k=ImageNet-A=ImageNet-R=ImageNet-V2, CIFAR-10=CIFAR10, CIFAR-100=CIFAR100, !MNIST, !SVHN, STL-10, CelebA, FFHQ, LSUN, Places365, iNaturalist, ObjectNet, !COCO=MS-COCO=MSCOCO=COCO val2017, LVIS, ADE20K=ADE-20K, Cityscapes, PASCAL VOC=VOC2007=VOC2012, KITTI, NYUv2=NYU Depth, ScanNet, nuScenes, Objects365, Kinetics-400=Kinetics400=K400, UCF-101=UCF101, Something-Something=SSv2, VTAB, DAVIS-2017=DAVIS-2016, YouTube-VOS=YTVOS, !MOSE, LVOS, !SA-V,
VQA=VQAv2=VQA-v2, OK-VQA=OKVQA=A-OKVQA, TextVQA, DocVQA, ChartQA, InfoVQA=InfographicVQA, OCRBench, AI2D, ScienceQA=SQA-I, !GQA, VizWiz, !POPE, !MME, MMMU=MMMU-Pro, CMMMU, MMBench=MM-Bench, MM-Vet=MMVet, MMStar, SEED-Bench=SEEDBench, RealWorldQA, HallusionBench, BLINK-benchmark, LLaVA-Bench, RefCOCO=RefCOCO+=RefCOCOg, NoCaps, Flickr30k=Flickr30K, Video-MME=VideoMME, MVBench, EgoSchema, LongVideoBench, NExT-QA, ActivityNet-QA=ActivityNet, MSVD-QA=MSVD, MSRVTT=MSR-VTT, VBench, GenEval, DPG-Bench, T2I-CompBench, PartiPrompts, DrawBench, HPSv2, JA-VLM-Bench=Heron-Bench,
LibriSpeech=Libri Speech, LibriSpeech test-clean=test-clean=test-other, LibriTTS, Libri-Light, CommonVoice=Common Voice, FLEURS, VoxPopuli, TED-LIUM=TEDLIUM, AISHELL=AISHELL-1=AISHELL-2, WenetSpeech, GigaSpeech, MLS-benchmark, JSUT, ReazonSpeech, CSJ-benchmark, !SUPERB, VoxCeleb=VoxCeleb1, AudioCaps, AudioSet, ESC-50, MusicCaps, !VCTK, LJSpeech, !Switchboard=SWBD, CallHome, Earnings-22=Earnings22=Earnings-21, AMI-IHM, SPGISpeech, MMAU, AIR-Bench, Dynamic-SUPERB, Seed-TTS=Seed-TTS-eval,
ProteinGym, CASP14, CASP15, !CAMEO, MoleculeNet, QM9, !OGB=OGBG=OGBN, FLIP-benchmark, MuJoCo, D4RL, Atari-100k=Atari100k, Meta-World, !LIBERO, ETTh1=ETTh2=ETTm1=ETTm2, GIFT-Eval, M4-benchmark, Open LLM Leaderboard, OpenCompass, SUPER-NI, Z-Bench, CoLLIE-bench, PersonaChat, ConvAI2, DailyDialog, EmpatheticDialogues, TriviaQA-Wiki, FActScore, HaluEval, HHEM, AraBench, IndicGLUE, French Bench=FrenchBench, EusExam, SIB-200, m_arc, CLUEWSC2020=CLUEWSC-2020, MathBench, TheoremQA, SciBench, CEval-Hard, TAL-SCQ, GSM-Symbolic, BABILong, !PG-19=PG19, Proof-Pile, Pile-CC
`;

/**
 * Measures of quality, in the same notation. Measures of speed, memory and size are none.
 */
export const METRICS = `
!BLEU=SacreBLEU=bleu=sacrebleu=BLEU-4=spBLEU, !chrF=chrF++=chrf, !COMET=COMET-22=XCOMET, !WER=wer=%WER, !CER=%CER, !TER, !FID=FID-50k=FID50k, !KID, Inception Score, !ROUGE=ROUGE-1=ROUGE-2=ROUGE-L=rouge=rouge1=rouge2=rougeL=rouge-1=rouge-2=rouge-l, METEOR-score, !CIDEr=CIDER, !SPICE, BERTScore, BLEURT, perplexity=PPL=perplexities, bits per byte=bits per character=bpb=bits-per-byte, cross-entropy loss=validation loss=val loss=eval loss=test loss,
pass@1=pass@k=pass@5=pass@10=pass@100=maj@1=maj@k=maj@8=cons@64=avg@32, accuracy=accuracies=!Acc=acc_norm=acc=norm_acc, top-1=top1=top-1 accuracy, top-5=top5, F1=F-1=F1-score=macro-F1=micro-F1=F1 score, exact match=exact_match=!EM, precision@k, recall@k=recall@1=recall@5=recall@10=R@1=R@5=R@10, MRR=MRR@10, nDCG=NDCG@10=nDCG@10, !mAP=AP50=AP75=box AP=mask AP=bbox mAP=mAP50, !IoU=mIoU=gIoU=cIoU, Dice score=Dice coefficient=!DSC, !J&F, PSNR, SSIM=MS-SSIM, LPIPS, FVD, CLIPScore=CLIP-score=CLIP-T=CLIP-I, !Elo=Elo rating=Elo score=!ELO, win rate=winrate=win-rate, AUC=AUROC=ROC-AUC=AUPRC, !MOS=CMOS=SMOS=UTMOS=DNSMOS, PESQ, STOI, SI-SDR=SISDR=SI-SNR, !EER, !DER, !RMSE=rmse, !MAE, !MSE=mse, !MAPE=sMAPE, MASE, Matthews correlation=!MCC, Spearman=Spearman correlation, Pearson=Pearson correlation, TM-score=TMscore, !lDDT=pLDDT, !RMSD, GDT-TS=GDT_TS, BERTScore-F1, success rate, sensitivity and specificity, Cohen's kappa, human evaluation score, hallucination rate, refusal rate, toxicity score
`;

/** Words of the same meaning in Chinese, Japanese and Korean, found anywhere. */
export const CJK_METRICS = [
  "准确率",
  "正确率",
  "準確率",
  "正確率",
  "困惑度",
  "胜率",
  "勝率",
  "召回率",
  "平均分",
  "正解率",
  "パープレキシティ",
  "完全一致",
  "정확도",
  "승률",
];
