"use strict";
exports.id = 519;
exports.ids = [519];
exports.modules = {

/***/ 3581:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ multipartBody)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var _body_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5621);


function multipartBody(fields, files) {
    const boundary = `----n8n-trigger-${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)()}`;
    const head = (name, more) => `--${boundary}\r\nContent-Disposition: form-data; name="${escapeName(name)}"${more}\r\n\r\n`;
    const start = Buffer.from([...fields].map(([name, value]) => `${head(name, '')}${value}\r\n`).join(''));
    const parts = files.map(({ field, path, name, type, size }) => ({
        head: Buffer.from(head(field, `; filename="${escapeName(name)}"\r\nContent-Type: ${type}`)),
        path,
        size,
    }));
    const lineEnd = Buffer.from('\r\n');
    const end = Buffer.from(`--${boundary}--\r\n`);
    const bytes = async function* () {
        yield start;
        for (const part of parts) {
            yield part.head;
            yield* (0,_body_js__WEBPACK_IMPORTED_MODULE_1__/* .bytesOf */ .$$)(part.path, part.size);
            yield lineEnd;
        }
        yield end;
    };
    const sizes = parts.map((part) => part.head.length + part.size + lineEnd.length);
    return {
        contentType: `multipart/form-data; boundary=${boundary}`,
        size: sizes.reduce((sum, size) => sum + size, start.length + end.length),
        open: bytes,
    };
}
function escapeName(name) {
    return name.replaceAll('\r', '%0D').replaceAll('\n', '%0A').replaceAll('"', '%22');
}


/***/ }),

/***/ 4519:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   SIZELESS: () => (/* binding */ SIZELESS),
/* harmony export */   hasBytes: () => (/* binding */ hasBytes),
/* harmony export */   readFiles: () => (/* binding */ readFiles)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _n8n_form_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4049);
/* harmony import */ var _text_error_code_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3924);
/* harmony import */ var _text_problem_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9093);
/* harmony import */ var _text_result_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5717);






const LINE = /^(?:(?<field>[^=/\\*?]+)=)?(?<pattern>.+)$/;
async function readFiles(text, workspace, ifNone, signal) {
    const problems = [];
    const missing = [];
    const parts = new Map();
    for (const line of text.split(/[\r\n]+/).map((untrimmed) => untrimmed.trim())) {
        if (line === '')
            continue;
        const { field = _n8n_form_js__WEBPACK_IMPORTED_MODULE_2__/* .DEFAULT_FIELD */ .RA, pattern = '' } = LINE.exec(line)?.groups ?? {};
        const found = await findFiles(pattern.trim(), workspace, signal);
        if (signal?.aborted)
            return (0,_text_result_js__WEBPACK_IMPORTED_MODULE_3__.ok)({ files: [], missing: [] });
        if (!found.ok) {
            problems.push(...found.error);
        }
        else if (found.value.length === 0) {
            const what = isGlob(pattern) ? 'matches no file' : 'does not exist';
            const none = `files: ${pattern} ${what}. Relative paths start at the workspace.`;
            if (ifNone === 'error')
                problems.push(none);
            if (ifNone === 'warn')
                missing.push(none);
        }
        else {
            for (const file of found.value)
                parts.set(`${field}\n${file.path}`, { ...file, field: field.trim() });
        }
    }
    return problems.length > 0 ? (0,_text_problem_js__WEBPACK_IMPORTED_MODULE_4__/* .wrong */ .Qm)(...problems) : (0,_text_result_js__WEBPACK_IMPORTED_MODULE_3__.ok)({ files: [...parts.values()], missing });
}
async function findFiles(pattern, workspace, signal) {
    const asWritten = await look((0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(workspace, pattern));
    if (asWritten.ok)
        return (0,_text_result_js__WEBPACK_IMPORTED_MODULE_3__.ok)([asWritten.value]);
    const obstacle = asWritten.error;
    if (obstacle.kind === 'folder')
        return (0,_text_result_js__WEBPACK_IMPORTED_MODULE_3__/* .failed */ .g)([`files: ${pattern} is not a file. For a folder: ${pattern}/**`]);
    if (obstacle.kind === 'unsendable')
        return (0,_text_result_js__WEBPACK_IMPORTED_MODULE_3__/* .failed */ .g)([`files: ${pattern} ${obstacle.why}.`]);
    if (!isGlob(pattern))
        return (0,_text_result_js__WEBPACK_IMPORTED_MODULE_3__.ok)([]);
    const paths = [];
    const exclude = () => signal?.aborted === true;
    for await (const match of (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.glob)(pattern, { cwd: workspace, exclude }))
        paths.push(match);
    const files = [];
    const problems = [];
    for (const path of paths.sort()) {
        if (signal?.aborted)
            break;
        const seen = await look((0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(workspace, path));
        if (seen.ok)
            files.push(seen.value);
        else if (seen.error.kind !== 'folder') {
            problems.push(`files: ${pattern} matches ${path}, which ${seen.error.why}. Exclude it from the pattern.`);
        }
    }
    return problems.length > 0 ? (0,_text_result_js__WEBPACK_IMPORTED_MODULE_3__/* .failed */ .g)(problems) : (0,_text_result_js__WEBPACK_IMPORTED_MODULE_3__.ok)(files);
}
function isGlob(pattern) {
    return /[*?[\]{}]/.test(pattern);
}
async function look(path) {
    const unsendable = (why) => (0,_text_result_js__WEBPACK_IMPORTED_MODULE_3__/* .failed */ .g)({ kind: 'unsendable', why });
    try {
        const found = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(path);
        if (found.isDirectory())
            return (0,_text_result_js__WEBPACK_IMPORTED_MODULE_3__/* .failed */ .g)({ kind: 'folder' });
        if (!found.isFile())
            return unsendable('is not a regular file');
        if (found.size === 0 && (await hasBytes(path)))
            return unsendable(SIZELESS);
        const { default: mime } = await __webpack_require__.e(/* import() */ 72).then(__webpack_require__.bind(__webpack_require__, 72));
        const type = mime.getType(path) ?? 'application/octet-stream';
        return (0,_text_result_js__WEBPACK_IMPORTED_MODULE_3__.ok)({ path, name: (0,node_path__WEBPACK_IMPORTED_MODULE_1__.basename)(path), type, size: found.size });
    }
    catch (error) {
        const code = (0,_text_error_code_js__WEBPACK_IMPORTED_MODULE_5__/* .errorCode */ .C)(error);
        if (code !== 'ENOENT')
            return unsendable(`cannot be read (${code ?? String(error)})`);
        const link = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.lstat)(path).catch(() => undefined);
        return link
            ? unsendable('is a broken link')
            : (0,_text_result_js__WEBPACK_IMPORTED_MODULE_3__/* .failed */ .g)({ kind: 'missing', why: 'is gone, or has a name that is not UTF-8' });
    }
}
const SIZELESS = 'has no known size, as under /proc: copy it first';
async function hasBytes(path) {
    const file = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.open)(path);
    try {
        return (await file.read(Buffer.alloc(1))).bytesRead > 0;
    }
    finally {
        await file.close();
    }
}


/***/ }),

/***/ 4049:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   RA: () => (/* binding */ DEFAULT_FIELD),
/* harmony export */   TL: () => (/* binding */ quoted),
/* harmony export */   ZN: () => (/* binding */ formData),
/* harmony export */   bQ: () => (/* binding */ formBody),
/* harmony export */   p$: () => (/* binding */ attachFiles),
/* harmony export */   qU: () => (/* binding */ readFields),
/* harmony export */   yJ: () => (/* binding */ fillForm)
/* harmony export */ });
/* harmony import */ var _http_multipart_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3581);
/* harmony import */ var _text_json_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5666);
/* harmony import */ var _text_result_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5717);
/* harmony import */ var _text_safe_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8753);
/* harmony import */ var _workflow_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3142);





function readFields(node) {
    const given = node.parameters['formFields'] ?? {};
    const values = (0,_text_json_js__WEBPACK_IMPORTED_MODULE_3__/* .isMap */ .jh)(given) ? (given['values'] ?? []) : undefined;
    if (!Array.isArray(values))
        return undefined;
    return values.map((field, index) => toField((0,_text_json_js__WEBPACK_IMPORTED_MODULE_3__/* .mapOf */ .A7)(field), index, node.typeVersion));
}
function toField(field, index, typeVersion) {
    const [name, label, type] = [(0,_text_json_js__WEBPACK_IMPORTED_MODULE_3__/* .textOf */ .b6)(field['fieldName']), (0,_text_json_js__WEBPACK_IMPORTED_MODULE_3__/* .textOf */ .b6)(field['fieldLabel']), (0,_text_json_js__WEBPACK_IMPORTED_MODULE_3__/* .textOf */ .b6)(field['fieldType'])];
    const key = `field-${index}`;
    const element = type === 'html' ? (0,_text_json_js__WEBPACK_IMPORTED_MODULE_3__/* .textOf */ .b6)(field['elementName']) : '';
    const fallback = (0,_text_json_js__WEBPACK_IMPORTED_MODULE_3__/* .textOf */ .b6)(field[type === 'hiddenField' ? 'fieldValue' : 'defaultValue']);
    return {
        key,
        label: label || name || element,
        name: element || (typeVersion >= 2.4 && name !== '' ? name : label || name),
        aliases: [label, name, element, key].filter((alias) => alias !== ''),
        isFile: type === 'file',
        takesSeveral: field['multipleFiles'] !== false,
        isRequired: field['requiredField'] === true && type !== 'html',
        isList: field['multiselect'] === true || type === 'checkbox' || type === 'radio',
        fallback: fallback.startsWith('=') ? '' : fallback,
    };
}
function fillForm(fields, data, chosen, show) {
    if (!(0,_text_json_js__WEBPACK_IMPORTED_MODULE_3__/* .isMap */ .jh)(data))
        return (0,_text_result_js__WEBPACK_IMPORTED_MODULE_4__/* .failed */ .g)([(0,_text_safe_js__WEBPACK_IMPORTED_MODULE_1__/* .say */ .cv) `payload: a form needs a map, with one member per field.`]);
    const known = new Set(fields.flatMap(({ aliases }) => aliases));
    const unknown = chosen ? Object.keys(data).filter((member) => !known.has(member)) : [];
    const filled = fields.flatMap((field) => {
        const alias = field.aliases.find((name) => Object.hasOwn(data, name));
        const value = (alias === undefined ? undefined : data[alias]) ?? field.fallback;
        return value === '' ? [] : [{ field, value }];
    });
    const forFiles = filled.filter(({ field }) => field.isFile).map(({ field }) => field);
    const missing = fields.filter((field) => field.isRequired && !field.isFile && !filled.some((one) => one.field === field));
    const labels = (some) => labelsOf(some, show);
    const misfit = [
        ...(unknown.length > 0
            ? [(0,_text_safe_js__WEBPACK_IMPORTED_MODULE_1__/* .say */ .cv) `payload: the form has no field ${quoted(unknown, show)}; its fields are ${labels(fields)}.`]
            : []),
        ...(missing.length > 0 ? [(0,_text_safe_js__WEBPACK_IMPORTED_MODULE_1__/* .say */ .cv) `payload: the form requires ${labels(missing)}.`] : []),
        ...(forFiles.length > 0
            ? [(0,_text_safe_js__WEBPACK_IMPORTED_MODULE_1__/* .say */ .cv) `payload: ${labels(forFiles)} takes a file, which a payload cannot hold. Name the file in files.`]
            : []),
    ];
    return misfit.length > 0 ? (0,_text_result_js__WEBPACK_IMPORTED_MODULE_4__/* .failed */ .g)(misfit) : (0,_text_result_js__WEBPACK_IMPORTED_MODULE_4__.ok)(filled);
}
function attachFiles(fields, files, show) {
    const takers = fields.filter(({ isFile }) => isFile);
    const fieldFor = (name) => {
        const named = fields.find(({ aliases }) => aliases.some((alias) => alias.trim() === name));
        return named ?? (name === DEFAULT_FIELD && takers.length === 1 ? takers[0] : undefined);
    };
    const counts = new Map();
    const unknown = new Set();
    const attached = files.flatMap((file) => {
        const field = fieldFor(file.field);
        if (!field)
            unknown.add(file.field);
        else
            counts.set(field, (counts.get(field) ?? 0) + 1);
        return field ? [{ ...file, field: field.key }] : [];
    });
    const unfit = [...counts.keys()].filter(({ isFile }) => !isFile);
    const crowded = takers.filter((field) => !field.takesSeveral && (counts.get(field) ?? 0) > 1);
    const missing = takers.filter((field) => field.isRequired && !counts.has(field));
    if (files.length > 0 && takers.length === 0)
        return (0,_text_result_js__WEBPACK_IMPORTED_MODULE_4__/* .failed */ .g)([(0,_text_safe_js__WEBPACK_IMPORTED_MODULE_1__/* .say */ .cv) `files: the form has no field for files.`]);
    const labels = (some) => labelsOf(some, show);
    const choice = (0,_text_safe_js__WEBPACK_IMPORTED_MODULE_1__/* .say */ .cv) `its fields for files are ${labels(takers)}`;
    const misfit = [
        ...(unknown.size > 0 ? [(0,_text_safe_js__WEBPACK_IMPORTED_MODULE_1__/* .say */ .cv) `files: the form has no field ${quoted([...unknown], show)}; ${choice}.`] : []),
        ...(unfit.length > 0 ? [(0,_text_safe_js__WEBPACK_IMPORTED_MODULE_1__/* .say */ .cv) `files: ${labels(unfit)} takes no file; ${choice}.`] : []),
        ...(crowded.length > 0 ? [(0,_text_safe_js__WEBPACK_IMPORTED_MODULE_1__/* .say */ .cv) `files: ${labels(crowded)} takes one file, but several were given.`] : []),
        ...(missing.length > 0 ? [(0,_text_safe_js__WEBPACK_IMPORTED_MODULE_1__/* .say */ .cv) `files: the form requires a file for ${labels(missing)}.`] : []),
    ];
    return misfit.length > 0 ? (0,_text_result_js__WEBPACK_IMPORTED_MODULE_4__/* .failed */ .g)(misfit) : (0,_text_result_js__WEBPACK_IMPORTED_MODULE_4__.ok)(attached);
}
function formBody(filled, files) {
    return (0,_http_multipart_js__WEBPACK_IMPORTED_MODULE_0__/* .multipartBody */ .R)(filled.map(({ field, value }) => [field.key, fieldText(field, value)]), files);
}
function formData(filled) {
    return Object.fromEntries(filled.map(({ field, value }) => [field.name, value]));
}
function fieldText({ isList }, value) {
    if (isList)
        return JSON.stringify([value].flat());
    return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
function labelsOf(fields, show) {
    return quoted(fields.map(({ label }) => label).filter((label) => label !== ''), show);
}
function quoted(names, show) {
    return (0,_text_safe_js__WEBPACK_IMPORTED_MODULE_1__/* .join */ .fj)((0,_workflow_js__WEBPACK_IMPORTED_MODULE_2__/* .someOf */ .yU)(names, (name) => (0,_text_safe_js__WEBPACK_IMPORTED_MODULE_1__/* .say */ .cv) `"${show(name, 60)}"`), ', ');
}
const DEFAULT_FIELD = 'data';


/***/ }),

/***/ 3142:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Wy: () => (/* binding */ labelOf),
/* harmony export */   _f: () => (/* binding */ savingOf),
/* harmony export */   eZ: () => (/* binding */ namesOf),
/* harmony export */   nj: () => (/* binding */ toWorkflow),
/* harmony export */   ui: () => (/* binding */ chooseTrigger),
/* harmony export */   yU: () => (/* binding */ someOf)
/* harmony export */ });
/* harmony import */ var _text_json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5666);
/* harmony import */ var _text_result_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5717);
/* harmony import */ var _text_safe_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8753);



const KINDS = new Map([
    ['n8n-nodes-base.webhook', 'Webhook'],
    ['n8n-nodes-base.formTrigger', 'Form'],
    ['@n8n/n8n-nodes-langchain.chatTrigger', 'Chat'],
    ['@n8n/n8n-nodes-langchain.mcpTrigger', 'MCP Server'],
    ['n8n-nodes-base.scheduleTrigger', 'Schedule'],
    ['n8n-nodes-base.manualTrigger', 'Manual'],
    ['n8n-nodes-base.executeWorkflowTrigger', 'Subworkflow'],
]);
function toWorkflow(data) {
    const version = data['activeVersion'];
    const saved = data['active'] === true && version === undefined ? data : undefined;
    const published = (0,_text_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isMap */ .jh)(version) ? version : saved;
    return {
        id: (0,_text_json_js__WEBPACK_IMPORTED_MODULE_1__/* .textOf */ .b6)(data['id']),
        name: (0,_text_json_js__WEBPACK_IMPORTED_MODULE_1__/* .textOf */ .b6)(data['name']),
        archived: data['isArchived'] === true,
        published: published && triggersOf(published),
        draft: triggersOf(data),
    };
}
function chooseTrigger(workflow, choice, show) {
    const { published, draft } = workflow;
    const label = labelOf(workflow, show);
    if (workflow.archived) {
        return (0,_text_result_js__WEBPACK_IMPORTED_MODULE_2__/* .failed */ .g)({ message: (0,_text_safe_js__WEBPACK_IMPORTED_MODULE_0__/* .say */ .cv) `${label} is archived.`, hint: (0,_text_safe_js__WEBPACK_IMPORTED_MODULE_0__/* .say */ .cv) `Unarchive and publish it in n8n.` });
    }
    if (!published) {
        const hint = (0,_text_safe_js__WEBPACK_IMPORTED_MODULE_0__/* .say */ .cv) `Publish it in n8n (older n8n: activate it).`;
        return (0,_text_result_js__WEBPACK_IMPORTED_MODULE_2__/* .failed */ .g)({ message: (0,_text_safe_js__WEBPACK_IMPORTED_MODULE_0__/* .say */ .cv) `${label} has no published version.`, hint });
    }
    const obstacleOf = (trigger) => (trigger.disabled ? DISABLED : choice.obstacle(trigger));
    const isMeant = ({ name }) => choice.name === undefined || name === choice.name;
    const meant = published.filter(isMeant);
    const usable = meant.filter((trigger) => !obstacleOf(trigger));
    const [one, another] = usable;
    if (one && !another)
        return (0,_text_result_js__WEBPACK_IMPORTED_MODULE_2__.ok)(one);
    if (one) {
        return (0,_text_result_js__WEBPACK_IMPORTED_MODULE_2__/* .failed */ .g)({
            message: (0,_text_safe_js__WEBPACK_IMPORTED_MODULE_0__/* .say */ .cv) `${label} has several triggers: ${namesOf(usable, show)}.`,
            hint: (0,_text_safe_js__WEBPACK_IMPORTED_MODULE_0__/* .say */ .cv) `Name the one to run in trigger-node.`,
            wrongInput: true,
        });
    }
    const inDraft = draft.find((trigger) => isMeant(trigger) && !obstacleOf(trigger));
    const publishing = inDraft && (0,_text_safe_js__WEBPACK_IMPORTED_MODULE_0__/* .say */ .cv) `Its draft has ${namesOf([inDraft], show)}: publish it.`;
    if (published.length === 0) {
        const message = (0,_text_safe_js__WEBPACK_IMPORTED_MODULE_0__/* .say */ .cv) `${label} has no trigger in its published version.`;
        return (0,_text_result_js__WEBPACK_IMPORTED_MODULE_2__/* .failed */ .g)({ message, hint: publishing ?? (0,_text_safe_js__WEBPACK_IMPORTED_MODULE_0__/* .say */ .cv) `Add a Webhook node and publish.` });
    }
    if (meant.length === 0) {
        const message = (0,_text_safe_js__WEBPACK_IMPORTED_MODULE_0__/* .say */ .cv) `${label} has no trigger "${show(choice.name ?? '', 80)}", but ${namesOf(published, show)}.`;
        if (publishing)
            return (0,_text_result_js__WEBPACK_IMPORTED_MODULE_2__/* .failed */ .g)({ message, hint: publishing });
        return (0,_text_result_js__WEBPACK_IMPORTED_MODULE_2__/* .failed */ .g)({ message, hint: (0,_text_safe_js__WEBPACK_IMPORTED_MODULE_0__/* .say */ .cv) `Correct trigger-node.`, wrongInput: true });
    }
    const reasonOf = (trigger) => (0,_text_safe_js__WEBPACK_IMPORTED_MODULE_0__/* .say */ .cv) `${namesOf([trigger], show)} ${obstacleOf(trigger)?.message ?? _text_safe_js__WEBPACK_IMPORTED_MODULE_0__/* .NOTHING */ .K$}`;
    const hints = new Set(meant.map((trigger) => obstacleOf(trigger)?.hint ?? _text_safe_js__WEBPACK_IMPORTED_MODULE_0__/* .NOTHING */ .K$));
    return (0,_text_result_js__WEBPACK_IMPORTED_MODULE_2__/* .failed */ .g)({
        message: (0,_text_safe_js__WEBPACK_IMPORTED_MODULE_0__/* .say */ .cv) `${label} has no trigger that this route can run: ${(0,_text_safe_js__WEBPACK_IMPORTED_MODULE_0__/* .join */ .fj)(someOf(meant, reasonOf), '; ')}.`,
        hint: publishing ?? (0,_text_safe_js__WEBPACK_IMPORTED_MODULE_0__/* .join */ .fj)([...hints]),
    });
}
const DISABLED = { message: (0,_text_safe_js__WEBPACK_IMPORTED_MODULE_0__/* .say */ .cv) `is disabled`, hint: (0,_text_safe_js__WEBPACK_IMPORTED_MODULE_0__/* .say */ .cv) `Enable it and publish.` };
function labelOf({ name }, show) {
    return (0,_text_safe_js__WEBPACK_IMPORTED_MODULE_0__/* .say */ .cv) `The workflow "${show(name, 80)}"`;
}
function namesOf(triggers, show) {
    const nameOf = ({ name, kind }) => kind === 'other' ? (0,_text_safe_js__WEBPACK_IMPORTED_MODULE_0__/* .say */ .cv) `"${show(name, 60)}"` : (0,_text_safe_js__WEBPACK_IMPORTED_MODULE_0__/* .say */ .cv) `"${show(name, 60)}" (${(0,_text_safe_js__WEBPACK_IMPORTED_MODULE_0__/* .word */ .Vm)(kind)})`;
    return (0,_text_safe_js__WEBPACK_IMPORTED_MODULE_0__/* .join */ .fj)(someOf(triggers, nameOf), ', ');
}
const MOST_NAMED = 10;
function someOf(things, textOfOne) {
    const texts = things.slice(0, MOST_NAMED).map(textOfOne);
    const more = things.length - texts.length;
    return more > 0 ? [...texts, (0,_text_safe_js__WEBPACK_IMPORTED_MODULE_0__/* .say */ .cv) `and ${more} more`] : texts;
}
function triggersOf(version) {
    return (0,_text_json_js__WEBPACK_IMPORTED_MODULE_1__/* .mapsOf */ .jQ)(version['nodes']).flatMap((node) => {
        const type = (0,_text_json_js__WEBPACK_IMPORTED_MODULE_1__/* .textOf */ .b6)(node['type']);
        const kind = KINDS.get(type) ?? (/trigger$/i.test(type) ? 'other' : undefined);
        return kind ? [toTrigger(node, kind)] : [];
    });
}
function toTrigger(node, kind) {
    const { name, typeVersion, disabled, webhookId, parameters } = node;
    return {
        kind,
        name: (0,_text_json_js__WEBPACK_IMPORTED_MODULE_1__/* .textOf */ .b6)(name),
        typeVersion: (0,_text_json_js__WEBPACK_IMPORTED_MODULE_1__/* .numberOf */ .rl)(typeVersion ?? 1),
        disabled: disabled === true,
        webhookId: (0,_text_json_js__WEBPACK_IMPORTED_MODULE_1__/* .textOf */ .b6)(webhookId) || undefined,
        parameters: (0,_text_json_js__WEBPACK_IMPORTED_MODULE_1__/* .mapOf */ .A7)(parameters),
    };
}
function savingOf(workflow) {
    const settings = (0,_text_json_js__WEBPACK_IMPORTED_MODULE_1__/* .mapOf */ .A7)(workflow['settings']);
    const given = (value) => (value === 'DEFAULT' || value === null ? undefined : value);
    return {
        successes: given(settings['saveDataSuccessExecution']),
        failures: given(settings['saveDataErrorExecution']),
    };
}


/***/ })

};
;