"use strict";

exports.id = 611;

exports.ids = [ 611, 682, 293 ];

exports.modules = {
 7611: ((__unused_webpack___webpack_module__, __unused_webpack___webpack_exports__, __webpack_require__) => {
  __webpack_require__(1808);
  var runner = __webpack_require__(200);
  var step = __webpack_require__(5398);
  var safe = __webpack_require__(8753);
  var connections = __webpack_require__(6032);
  var inputs_secrets = __webpack_require__(8569);
  var client = __webpack_require__(9975);
  // CONCATENATED MODULE: ./build/deploy/plan/planned.js
  function isChange({write: write, publish: publish}) {
   return write !== "none" || publish;
  }
  var text_json = __webpack_require__(5666);
  // CONCATENATED MODULE: ./build/deploy/read/workflow.js
  const LONGEST_WORKFLOW_NAME = 128;
  function nameOf(node) {
   return (0, text_json.b6)(node["name"]);
  }
  function typeOf(node) {
   return (0, text_json.b6)(node["type"]);
  }
  function parametersOf(node) {
   return (0, text_json.A7)(node["parameters"]);
  }
  function isEnabled(node) {
   return node["disabled"] !== true;
  }
  // CONCATENATED MODULE: ./build/deploy/finding.js
  function finding(show, {file: file, line: line, workflow: workflow, node: node}, message) {
   const place = line === void 0 ? show(file, LONGEST_PATH) : (0, safe.cv)`${show(file, LONGEST_PATH)}:${line}`;
   const inside = [ workflow === void 0 ? void 0 : (0, safe.cv)`workflow "${show(workflow, LONGEST_NAME)}"`, node === void 0 ? void 0 : (0, 
   safe.cv)`node "${show(node, LONGEST_NAME)}"` ].filter(part => part !== void 0);
   return inside.length === 0 ? (0, safe.cv)`${place}: ${message}` : (0, safe.cv)`${place}: ${(0, 
   safe.fj)(inside, ", ")}: ${message}`;
  }
  function placeOf(workflow, index) {
   const node = index === void 0 ? void 0 : workflow.nodes[index];
   return {
    file: workflow.file,
    workflow: workflow.name,
    line: index === void 0 ? void 0 : workflow.lineOf(index),
    node: node === void 0 ? void 0 : nameOf(node) || `number ${(index ?? 0) + 1}`
   };
  }
  function listed(names, show) {
   return (0, safe.fj)(names.map(name => show(name, LONGEST_NAME)), ", ");
  }
  const LONGEST_NAME = 60;
  const LONGEST_PATH = 120;
  // CONCATENATED MODULE: ./build/deploy/check/structure.js
  function structureProblems(workflow, show) {
   return [ ...nodeProblems(workflow, show), ...connectionProblems(workflow, show), ...groupProblems(workflow, show), ...wrongMembers(settingsOf(workflow), SETTINGS, show).map(problem => finding(show, placeOf(workflow), problem)) ];
  }
  const NUMBER = {
   words: (0, safe.cv)`a number`,
   fits: value => typeof value === "number"
  };
  const STRING = {
   words: (0, safe.cv)`a string`,
   fits: value => typeof value === "string"
  };
  const BOOLEAN = {
   words: (0, safe.cv)`true or false`,
   fits: value => typeof value === "boolean"
  };
  const SAVED = {
   words: (0, safe.cv)`"all" or "none"`,
   fits: value => value === "all" || value === "none"
  };
  const CALLERS = [ "any", "none", "workflowsFromAList", "workflowsFromSameOwner" ];
  const CALLER_POLICY = {
   words: (0, safe.cv)`"any", "none", "workflowsFromAList" or "workflowsFromSameOwner"`,
   fits: value => CALLERS.includes((0, text_json.b6)(value))
  };
  const TIME_SAVED = {
   words: (0, safe.cv)`"fixed" or "dynamic"`,
   fits: value => value === "fixed" || value === "dynamic"
  };
  const MEMBERS = {
   typeVersion: NUMBER,
   disabled: BOOLEAN,
   notes: STRING,
   notesInFlow: BOOLEAN,
   retryOnFail: BOOLEAN,
   maxTries: NUMBER,
   waitBetweenTries: NUMBER,
   alwaysOutputData: BOOLEAN,
   executeOnce: BOOLEAN,
   continueOnFail: BOOLEAN,
   onError: STRING,
   webhookId: STRING
  };
  const SETTINGS = {
   executionTimeout: NUMBER,
   timeSavedMode: TIME_SAVED,
   timeSavedPerExecution: NUMBER,
   saveExecutionProgress: BOOLEAN,
   saveManualExecutions: BOOLEAN,
   availableInMCP: BOOLEAN,
   saveDataErrorExecution: SAVED,
   saveDataSuccessExecution: SAVED,
   errorWorkflow: STRING,
   timezone: STRING,
   executionOrder: STRING,
   callerPolicy: CALLER_POLICY,
   callerIds: STRING
  };
  function wrongMembers(given, kinds, show) {
   return Object.entries(kinds).flatMap(([name, {words: words, fits: fits}]) => {
    const value = given[name] ?? null;
    return value === null || fits(value) ? [] : [ (0, safe.cv)`"${show(name)}" must be ${words}.` ];
   });
  }
  function settingsOf({settings: settings}) {
   return Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== "DEFAULT"));
  }
  function nodeProblems(workflow, show) {
   const names = new Set;
   const ids = new Set;
   return workflow.nodes.flatMap((node, index) => {
    const problems = [];
    const name = nameOf(node);
    if (name === "") problems.push((0, safe.cv)`has no name.`); else if (names.has(name)) problems.push((0, 
    safe.cv)`has the same name as another node of the workflow.`);
    names.add(name);
    const {id: id, position: position, parameters: parameters, credentials: credentials} = node;
    if (typeof id === "string" && id !== "") {
     if (ids.has(id)) problems.push((0, safe.cv)`has the same id as another node of the workflow.`);
     ids.add(id);
    } else if (id !== void 0 && id !== null && id !== "") problems.push((0, safe.cv)`has an id that is not a string.`);
    if (typeOf(node) === "") problems.push((0, safe.cv)`has no type.`);
    if (!isPosition(position)) problems.push((0, safe.cv)`needs a position of two numbers.`);
    if (parameters !== void 0 && parameters !== null && !(0, text_json.jh)(parameters)) problems.push((0, 
    safe.cv)`has "parameters" that are not an object.`);
    if (credentials !== void 0 && credentials !== null && !(0, text_json.jh)(credentials)) problems.push((0, 
    safe.cv)`has "credentials" that are not an object.`);
    problems.push(...wrongMembers(node, MEMBERS, show));
    return problems.map(problem => finding(show, placeOf(workflow, index), problem));
   });
  }
  function isPosition(position) {
   return Array.isArray(position) && position.length === 2 && position.every(part => typeof part === "number");
  }
  function connectionProblems(workflow, show) {
   const names = new Set(workflow.nodes.map(nameOf));
   const problems = new Set;
   for (const [source, outputs] of Object.entries(workflow.connections)) {
    if (!names.has(source)) problems.add((0, safe.cv)`a connection starts at the node "${show(source, LONGEST_NAME)}", which does not exist.`);
    if (!areOutputs(outputs)) problems.add((0, safe.cv)`the connections of the node "${show(source, LONGEST_NAME)}" are not of the form {"main": [[{"node": "\u2026", "type": "main", "index": 0}]]}.`);
    for (const target of targetsOf(outputs)) {
     if (names.has(target)) continue;
     problems.add((0, safe.cv)`a connection of the node "${show(source, LONGEST_NAME)}" leads to the node "${show(target, LONGEST_NAME)}", which does not exist.`);
    }
   }
   return [ ...problems ].map(problem => finding(show, placeOf(workflow), problem));
  }
  function areOutputs(outputs) {
   const isLink = link => (0, text_json.jh)(link) && isName(link["node"]) && isName(link["type"]) && isPlace(link["index"]);
   const isOutput = output => output === null || isList(output, isLink);
   return (0, text_json.jh)(outputs) && Object.values(outputs).every(list => isList(list, isOutput));
  }
  function isList(value, fits) {
   return Array.isArray(value) && value.every(fits);
  }
  const isName = value => (0, text_json.b6)(value) !== "";
  const isPlace = value => typeof value === "number" && Number.isInteger(value) && value >= 0;
  function groupProblems(workflow, show) {
   const {nodes: nodes, nodeGroups: nodeGroups} = workflow;
   const ids = new Set(nodes.map(({id: id}) => (0, text_json.b6)(id)));
   if (!Array.isArray(nodeGroups) || ids.has("")) return [];
   const isGroup = ({id: id, name: name, nodeIds: nodeIds}) => isName(id) && isName(name) && isList(nodeIds, node => ids.has((0, 
   text_json.b6)(node))) && nodeIds.length > 0;
   return nodeGroups.map(text_json.A7).filter(group => !isGroup(group)).map(({name: name}) => {
    const group = show((0, text_json.b6)(name), LONGEST_NAME);
    return finding(show, placeOf(workflow), (0, safe.cv)`the group "${group}" needs an id, a name, and nodes of the workflow.`);
   });
  }
  function targetsOf(outputs) {
   return Object.values((0, text_json.A7)(outputs)).flatMap(list => Array.isArray(list) ? list : []).flatMap(output => Array.isArray(output) ? output : []).flatMap(link => (0, 
   text_json.jh)(link) && typeof link["node"] === "string" ? [ link["node"] ] : []);
  }
  // CONCATENATED MODULE: ./build/deploy/plan/send.js
  const NODE_MEMBERS = [ "id", "name", "type", "position", "parameters", "credentials", "customTelemetryTags", ...Object.keys(MEMBERS) ];
  const DROPPED_SETTINGS = [ "binaryMode", "credentialResolverId", "redactionPolicy" ];
  const UNSET = {
   errorWorkflow: "DEFAULT",
   timezone: "DEFAULT",
   executionTimeout: -1
  };
  function contentFor(file, stored, ability) {
   const nodes = file.nodes.map(node => nodeFor(node, stored, ability));
   return {
    name: file.name,
    nodes: nodes,
    connections: file.connections,
    settings: settingsFor(file.settings, stored, ability),
    ...file.nodeGroups !== void 0 && ability.takes("nodeGroups") && {
     nodeGroups: file.nodeGroups
    },
    ...file.description !== void 0 && ability.versions && {
     description: file.description
    }
   };
  }
  function settingsLeftOut({settings: settings}, ability, stored) {
   const isMissed = name => name !== "binaryMode" && stored?.draft.settings[name] !== settings[name];
   return Object.keys(settings).filter(name => !ability.takesSetting(name) || DROPPED_SETTINGS.includes(name) && isMissed(name));
  }
  function settingsKept({settings: settings}, stored) {
   const telling = /^(?:errorWorkflow|timezone|executionTimeout|saveExecutionProgress|save(?:Manual|Data).*)$/;
   return Object.entries(stored.draft.settings).filter(([name, value]) => telling.test(name) && !isUnset(name, value) && !Object.hasOwn(settings, name)).map(([name]) => name);
  }
  function unsetValue(name) {
   return Object.hasOwn(UNSET, name) ? UNSET[name] : void 0;
  }
  function isUnset(name, value) {
   return value === void 0 || value === null || value === "DEFAULT" || value === UNSET[name];
  }
  function nodeFor(node, stored, ability) {
   const same = of => of.find(each => nameOf(each) === nameOf(node) && typeOf(each) === typeOf(node));
   const before = stored && (same(stored.draft.nodes) ?? same(stored.published?.nodes ?? []));
   const given = NODE_MEMBERS.flatMap(name => {
    if (name === "customTelemetryTags" && !ability.takes(name)) return [];
    const isMissingId = (name === "id" || name === "webhookId") && (node[name] ?? "") === "";
    const value = isMissingId ? (0, text_json.b6)(before?.[name]) || null : node[name] ?? null;
    return value === null ? [] : [ [ name, value ] ];
   });
   return Object.fromEntries(given);
  }
  function settingsFor(settings, stored, ability) {
   return Object.fromEntries(Object.entries(settings).flatMap(([name, value]) => {
    if (value === null || DROPPED_SETTINGS.includes(name) || !ability.takesSetting(name)) return [];
    if (value !== "DEFAULT") return [ [ name, value ] ];
    return Object.hasOwn(UNSET, name) && !isUnset(name, stored?.draft.settings[name]) ? [ [ name, UNSET[name] ?? value ] ] : [];
   }));
  }
  const WITH_WEBHOOK = /\.(?:webhook|formTrigger|form|chatTrigger|chat|wait)$/;
  function withWebhookIds(content, {versions: versions}, newId) {
   if (versions) return content;
   const isWithout = node => WITH_WEBHOOK.test(typeOf(node)) && node["webhookId"] === void 0;
   return {
    ...content,
    nodes: content.nodes.map(node => isWithout(node) ? {
     ...node,
     webhookId: newId()
    } : node)
   };
  }
  var result = __webpack_require__(5717);
  var format = __webpack_require__(3387);
  var api_failure = __webpack_require__(585);
  // CONCATENATED MODULE: ./build/deploy/apply/tools.js
  async function timed({planned: planned}, done, {host: host}, write) {
   const began = host.clock.monotonic();
   const written = await write();
   const took = (0, format.a3)(host.clock.monotonic() - began);
   if (written.ok) host.log.info((0, safe.cv)`${host.show(planned.file.name, LONGEST_NAME)}: ${done} in ${took}`);
   return written;
  }
  async function unlessCancelled(state, done, tools, write) {
   if (!tools.host.cancelled.aborted) return timed(state, done, tools, write);
   return (0, result.g)((0, api_failure.nS)("aborted", (0, safe.cv)`The step was cancelled.`));
  }
  // CONCATENATED MODULE: ./build/deploy/plan/compare.js
  function difference(before, after) {
   const old = new Map((before?.nodes ?? []).map(node => [ nameOf(node), node ]));
   const names = new Set(after.nodes.map(nameOf));
   const both = after.nodes.flatMap(node => {
    const was = old.get(nameOf(node));
    return was ? [ {
     name: nameOf(node),
     parts: changedParts(was, node)
    } ] : [];
   });
   const added = after.nodes.map(nameOf).filter(name => !old.has(name));
   const removed = [ ...old.keys() ].filter(name => !names.has(name));
   const order = (nodes, other) => nodes.map(nameOf).filter(name => other.has(name)).join("\n");
   return {
    added: added,
    removed: removed,
    changed: both.filter(({parts: parts}) => parts.some(part => part !== "position")),
    moved: both.filter(({parts: parts}) => parts.length === 1 && parts[0] === "position").length,
    wiring: before !== void 0 && (!sameJson(before.connections, after.connections) || !sameGroups(before, after) || order(before.nodes, names) !== order(after.nodes, old)),
    renamed: before !== void 0 && before.name !== after.name,
    settings: changedSettings(before?.settings ?? {}, after.settings)
   };
  }
  function isSame({added: added, removed: removed, changed: changed, moved: moved, wiring: wiring, renamed: renamed, settings: settings}) {
   const lists = [ added, removed, changed, settings ];
   return lists.every(list => list.length === 0) && moved === 0 && !wiring && !renamed;
  }
  function doesTheSame(one, other) {
   const bare = ({nodes: nodes, connections: connections}) => ({
    name: "",
    nodes: nodes,
    connections: connections,
    settings: {}
   });
   const {added: added, removed: removed, changed: changed, wiring: wiring} = difference(bare(one), bare(other));
   return added.length + removed.length + changed.length === 0 && !wiring;
  }
  function sameGraph(one, other) {
   return one.nodes.length === other.nodes.length && one.nodes.every((node, index) => changedParts(node, other.nodes[index] ?? {}).length === 0) && sameJson(one.connections, other.connections) && sameGroups(one, other);
  }
  function changedSettings(before, after) {
   return Object.entries(after).filter(([name, value]) => !sameJson(before[name] ?? null, value) && !(isUnset(name, before[name]) && isUnset(name, value))).map(([name]) => name);
  }
  function sameGroups(one, other) {
   if (one.nodeGroups === void 0 || other.nodeGroups === void 0) return true;
   return sameJson(one.nodeGroups, other.nodeGroups);
  }
  function sameJson(one, other) {
   if (Array.isArray(one) && Array.isArray(other)) return one.length === other.length && one.every((each, index) => sameJson(each, other[index] ?? null));
   if ((0, text_json.jh)(one) && (0, text_json.jh)(other)) {
    const names = Object.keys(one);
    return names.length === Object.keys(other).length && names.every(name => Object.hasOwn(other, name) && sameJson(one[name] ?? null, other[name] ?? null));
   }
   return one === other;
  }
  function changedParts(before, after) {
   const members = differing(before, after).filter(name => name !== "parameters" && name !== "credentials");
   const credentials = sameJson(idsOf(before), idsOf(after)) ? [] : [ "credentials" ];
   return [ ...differing(parametersOf(before), parametersOf(after)), ...credentials, ...members ];
  }
  function differing(before, after) {
   const names = new Set([ ...Object.keys(before), ...Object.keys(after) ]);
   return [ ...names ].filter(name => !sameJson(before[name] ?? null, after[name] ?? null));
  }
  function idsOf({credentials: credentials}) {
   const entries = Object.entries((0, text_json.A7)(credentials));
   return Object.fromEntries(entries.map(([type, given]) => [ type, (0, text_json.jh)(given) ? given["id"] ?? null : given ]));
  }
  // CONCATENATED MODULE: ./build/deploy/apply/write.js
  const LOOKS_MS = [ 0, 1e3 ];
  const LONG_LOOKS_MS = [ 0, 1e3, 2e3, 4e3 ];
  const MOST_SENT = 3;
  async function writeOnce({send: send, look: look, once: once, clock: clock}) {
   let mayHaveArrived = false;
   for (let sent = 1; ;sent += 1) {
    const written = await send();
    if (written.ok) return written;
    mayHaveArrived ||= written.error.mayHaveArrived;
    if (!written.error.mayHaveArrived) return (0, result.g)({
     ...written.error,
     mayHaveArrived: mayHaveArrived
    });
    for (const pauseMs of once ? LONG_LOOKS_MS : LOOKS_MS) {
     if (pauseMs > 0) await clock.sleep(pauseMs);
     const done = await look();
     if (done) return (0, result.ok)(done);
    }
    if (once || sent >= MOST_SENT || written.error.code === "aborted") return written;
   }
  }
  function mayHaveChanged({code: code, mayHaveArrived: mayHaveArrived}) {
   return mayHaveArrived || code === "api-refused" || code === "api-forbidden";
  }
  async function lookFor(api, id, isIt) {
   const read = await api.workflow(id);
   return read.ok && isIt(read.value) ? read.value : void 0;
  }
  const MANY = 4;
  async function readAgain(api, states) {
   const ids = states.flatMap(({now: now}) => now?.id ?? []);
   const found = [];
   if (ids.length >= MANY) {
    const list = await api.workflows();
    if (!list.ok) return list;
    found.push(...list.value);
   } else for (const id of ids) {
    const read = await api.workflow(id);
    if (!read.ok) return read;
    found.push(read.value);
   }
   return (0, result.ok)(({now: now}) => found.find(({id: id}) => id === now?.id));
  }
  function holds({draft: draft}, content) {
   const nodes = content.nodes.map((node, index) => ({
    ...write_idsOf(draft.nodes[index]),
    ...node
   }));
   const expected = {
    ...content,
    nodes: nodes
   };
   return isSame(difference(draft, expected)) && sameGraph(draft, expected);
  }
  function isAsBefore(now, before) {
   return now.archived === before.archived && now.published?.versionId === before.published?.versionId && isSame(difference(before.draft, {
    ...now.draft,
    description: before.draft.description
   })) && sameGraph(before.draft, now.draft);
  }
  function isLive({published: published}, versionId, {versions: versions}) {
   if (!versions || versionId === void 0) return published !== void 0;
   return published?.versionId === versionId;
  }
  function write_idsOf(node = {}) {
   return {
    id: node["id"] ?? null,
    webhookId: node["webhookId"] ?? null
   };
  }
  function interference(message) {
   const hint = (0, safe.cv)`Give all jobs that deploy to this n8n the same concurrency group, and run the step again.`;
   return (0, api_failure.nS)("api-refused", message, hint);
  }
  // CONCATENATED MODULE: ./build/deploy/apply/create.js
  async function createAll(missing, contentOf, tools) {
   if (missing.length === 0) return;
   const before = await newcomers(missing, tools);
   if (!before.ok) return before.error;
   for (const state of missing) {
    if (before.value(state).length > 0) return interferedAt(state);
    const wanted = contentOf(state);
    const made = await unlessCancelled(state, (0, safe.cv)`created`, tools, () => create(tools, wanted));
    if (!made.ok) {
     if (made.error.mayHaveArrived) state.remark = (0, safe.cv)`it may still be created, because the reply was lost: the next deployment finds it by its name`;
     return {
      at: state,
      doing: (0, safe.cv)`create it`,
      failure: made.error
     };
    }
    state.now = made.value;
    state.written = wanted;
   }
   const after = await newcomers(missing, tools);
   if (!after.ok) return after.error;
   let interruption;
   for (const state of missing) {
    const older = after.value(state).find(other => state.now && isOlder(other, state.now));
    if (!older) continue;
    await rename(state, older, tools);
    interruption ??= interferedAt(state);
   }
   return interruption;
  }
  async function newcomers(missing, {api: api, known: known}) {
   const names = missing.length < MANY ? missing.map(({planned: planned}) => planned.file.name) : [ void 0 ];
   const found = [];
   for (const name of names) {
    const list = await api.workflows(name);
    if (!list.ok) return (0, result.g)({
     at: void 0,
     doing: (0, safe.cv)`list the workflows again`,
     failure: list.error
    });
    found.push(...list.value.filter(({id: id, archived: archived}) => !known.has(id) && !archived));
   }
   return (0, result.ok)(({planned: planned}) => found.filter(({draft: draft}) => draft.name === planned.file.name));
  }
  function isOlder(one, other) {
   const [created, otherCreated] = [ (0, text_json.b6)(one.row["createdAt"]), (0, text_json.b6)(other.row["createdAt"]) ];
   return created === otherCreated ? one.id < other.id : created < otherCreated;
  }
  async function rename(state, older, {api: api, ability: ability, host: host}) {
   const {now: now, written: written} = state;
   if (!now || !written) return;
   const name = `${[ ...written.name ].slice(0, LONGEST_WORKFLOW_NAME - SPARE.length).join("")}${SPARE}`;
   const renamed = await api.update(now.id, {
    ...written,
    name: name
   }, ability);
   state.remark = renamed.ok ? (0, safe.cv)`another deployment created it first (${host.show(older.id, 40)}). This run's workflow is now called "${host.show(name)}"` : (0, 
   safe.cv)`another deployment created it first (${host.show(older.id, 40)}), and this run's workflow (${host.show(now.id, 40)}) could not be renamed: ${renamed.error.message}`;
  }
  const SPARE = " (created twice, delete this one)";
  function interferedAt(at) {
   const failure = interference((0, safe.cv)`Another deployment created a workflow of this name at the same time.`);
   return {
    at: at,
    doing: (0, safe.cv)`create it`,
    failure: failure
   };
  }
  function create({api: api, known: known, host: host}, content) {
   return writeOnce({
    clock: host.clock,
    once: true,
    send: () => api.create(content),
    look: async () => {
     const list = await api.workflows(content.name);
     const isIt = ({id: id, draft: draft, archived: archived}) => !known.has(id) && !archived && draft.name === content.name;
     return list.ok ? list.value.find(isIt) : void 0;
    }
   });
  }
  // CONCATENATED MODULE: ./build/deploy/apply/publish.js
  const TAKEN = 409;
  const GIVEN_UP_MS = {
   most: 5e3,
   pause: 250
  };
  async function publish({id: id, versionId: versionId}, label, {api: api, ability: ability, host: host}) {
   const {clock: clock} = host;
   const began = clock.monotonic();
   for (;;) {
    const published = await writeOnce({
     clock: clock,
     send: () => api.publish(id, versionId, label, ability),
     look: () => lookFor(api, id, workflow => isLive(workflow, versionId, ability))
    });
    const isTaken = !published.ok && published.error.status === TAKEN && ability.drafts;
    if (!isTaken || clock.monotonic() - began >= GIVEN_UP_MS.most) return published;
    await clock.sleep(GIVEN_UP_MS.pause);
   }
  }
  // CONCATENATED MODULE: ./build/deploy/apply/state.js
  function stateOf(planned) {
   return {
    planned: planned,
    now: planned.stored,
    written: void 0,
    publishedVersion: void 0,
    wentLive: false,
    mayBeLive: false,
    putBack: false,
    remark: void 0,
    failed: false
   };
  }
  function isTouched({written: written, publishedVersion: publishedVersion}) {
   return written !== void 0 || publishedVersion !== void 0;
  }
  // CONCATENATED MODULE: ./build/deploy/apply/put-back.js
  async function putBack(ordered, tools) {
   const touched = ordered.filter(isTouched);
   if (touched.length === 0) return;
   tools.host.log.info((0, safe.cv)`Putting back what this run changed`);
   const read = await readAgain(tools.api, touched);
   const current = state => read.ok ? read.value(state) : void 0;
   const reversed = [ ...touched ].reverse();
   for (const state of reversed) {
    const found = current(state);
    if (!found || !isChangedElsewhere(found, state)) continue;
    state.now = found;
    remark(state, (0, safe.cv)`somebody else changed it at the same time, so it was left alone`);
   }
   const own = reversed.filter(state => state.remark === void 0);
   for (const state of own) await putBackPublished(state, current(state), tools);
   for (const state of own) await putBackSaved(state, tools);
  }
  function isChangedElsewhere(current, state) {
   const {planned: planned, written: written, publishedVersion: publishedVersion, wentLive: wentLive} = state;
   const {stored: stored} = planned;
   const isKnownDraft = written === void 0 || holds(current, written) || stored !== void 0 && sameGraph(current.draft, stored.draft);
   const version = current.published?.versionId;
   const isKnownVersion = publishedVersion === void 0 || (version === void 0 ? !wentLive : [ publishedVersion, stored?.published?.versionId ].includes(version));
   return current.archived || !isKnownDraft || !isKnownVersion;
  }
  async function putBackPublished(state, current, tools) {
   const {api: api, ability: ability, host: host} = tools;
   const {planned: planned, publishedVersion: publishedVersion, written: written, now: now} = state;
   const before = planned.stored?.published;
   if (!now || publishedVersion === void 0) return;
   if (before && written && !ability.drafts) return;
   if (current && current.published?.versionId === before?.versionId) {
    state.mayBeLive = false;
    return;
   }
   const done = await timed(state, before ? (0, safe.cv)`put back to the previous version` : (0, 
   safe.cv)`unpublished again`, tools, () => before ? publish({
    id: now.id,
    versionId: before.versionId
   }, void 0, tools) : writeOnce({
    clock: host.clock,
    send: () => api.unpublish(now.id, ability),
    look: () => lookFor(api, now.id, ({published: published}) => published === void 0)
   }));
   if (done.ok) {
    state.now = done.value;
    state.mayBeLive = false;
   } else if (before) remark(state, (0, safe.cv)`the previous version could not be put back: ${done.error.message}`); else remark(state, (0, 
   safe.cv)`it could not be unpublished again: ${done.error.message}`);
  }
  async function putBackSaved(state, tools) {
   const {api: api, ability: ability, host: host} = tools;
   const {planned: planned, written: written, now: now} = state;
   const {stored: stored} = planned;
   if (!stored || !now) {
    if (now) remark(state, (0, safe.cv)`created, and left as an unpublished draft`);
    return;
   }
   if (written) {
    const content = contentBefore(stored, written, state, tools);
    const saved = await timed(state, (0, safe.cv)`put back to the previous content`, tools, () => writeOnce({
     clock: host.clock,
     send: () => api.update(stored.id, content, ability),
     look: () => lookFor(api, stored.id, workflow => holds(workflow, content))
    }));
    if (!saved.ok) return remark(state, (0, safe.cv)`the previous content could not be put back: ${saved.error.message}`);
    const republished = await putBackLive(stored, saved.value, tools);
    if (!republished.ok) return remark(state, (0, safe.cv)`it could not be published again: ${republished.error.message}`);
    state.now = republished.value;
    if (!ability.drafts) state.mayBeLive = false;
    const kept = addedSettings(stored, written);
    if (kept.length > 0) remark(state, (0, safe.cv)`put back, except for settings that n8n cannot remove: ${listed(kept, host.show)}`);
   }
   if (state.remark === void 0) state.putBack = true;
  }
  async function putBackLive({published: published}, now, tools) {
   const {versionName: name, description: description} = published ?? {};
   const label = name === void 0 || description === void 0 ? void 0 : {
    name: name,
    description: description
   };
   const isRight = now.published && (!label || now.published.description === description);
   if (!published || tools.ability.drafts || isRight) return (0, result.ok)(now);
   return publish(now, label, tools);
  }
  function contentBefore(stored, written, {planned: planned}, {ability: ability}) {
   const before = contentFor({
    ...planned.file,
    ...stored.draft,
    nodeGroups: stored.draft.nodeGroups
   }, void 0, ability);
   const undone = Object.keys(written.settings).flatMap(name => {
    const value = unsetValue(name);
    return isUnset(name, stored.draft.settings[name]) && value !== void 0 ? [ [ name, value ] ] : [];
   });
   const described = written.description !== void 0 && {
    description: stored.draft.description ?? ""
   };
   return {
    ...before,
    settings: {
     ...before.settings,
     ...Object.fromEntries(undone)
    },
    ...described
   };
  }
  function addedSettings({draft: draft}, {settings: settings}) {
   return Object.keys(settings).filter(name => draft.settings[name] === void 0 && unsetValue(name) === void 0);
  }
  function remark(state, text) {
   state.remark ??= text;
  }
  var triggers = __webpack_require__(4438);
  var workflow = __webpack_require__(3142);
  // CONCATENATED MODULE: ./build/n8n/webhooks.js
  const METHODS = {
   Webhook: triggers.oz,
   Form: () => [ "GET", "POST" ],
   Chat: ({parameters: parameters}) => parameters["public"] === true ? [ "POST" ] : [],
   "MCP Server": ({typeVersion: typeVersion}) => typeVersion < 2 ? [ "GET" ] : [ "GET", "POST", "DELETE" ]
  };
  function webhooksOf(nodes, workflowId) {
   const {draft: draft} = (0, workflow.nj)({
    id: workflowId,
    nodes: [ ...nodes ]
   });
   return draft.flatMap(trigger => {
    const {name: name, disabled: disabled, kind: kind} = trigger;
    const methods = disabled ? [] : METHODS[kind]?.(trigger) ?? [];
    if ((0, triggers.XM)(trigger).startsWith("=") || methods.length === 0) return [];
    const path = (0, triggers.zZ)(workflowId, trigger);
    return [ {
     node: name,
     methods: methods,
     path: path,
     urlAt: base => (0, triggers.Jj)(workflowId, trigger, base)
    } ];
   });
  }
  var exchange = __webpack_require__(9453);
  // CONCATENATED MODULE: ./build/deploy/apply/probe.js
  const PAUSE_MS = {
   first: 100,
   most: 1e3
  };
  const UNKNOWN_MS = 3e3;
  const ONE_LOOK_MS = 1e4;
  async function awaitRegistration(probe, withinMs, settings) {
   const {clock: clock, signal: signal} = settings;
   const began = clock.monotonic();
   for (let pauseMs = PAUSE_MS.first; ;pauseMs = Math.min(pauseMs * 2, PAUSE_MS.most)) {
    const seen = await look(probe, settings);
    const tookMs = clock.monotonic() - began;
    if (seen === "registered" || signal.aborted) return seen;
    if (tookMs >= (seen === "unknown" ? Math.min(UNKNOWN_MS, withinMs) : withinMs)) return seen;
    await clock.sleep(Math.max(1, Math.min(pauseMs, withinMs - tookMs)), signal);
   }
  }
  async function look({url: url, methods: methods}, {spillDirectory: spillDirectory, connections: connections, signal: signal}) {
   const request = {
    method: "OPTIONS",
    url: url,
    headers: {
     origin: url.origin
    }
   };
   const reply = await (0, exchange.c)(request, {
    timeoutMs: ONE_LOOK_MS,
    spillDirectory: spillDirectory,
    connections: connections,
    signal: signal
   });
   if (reply.kind !== "reply") return "unknown";
   const listed = reply.headers["access-control-allow-methods"]?.split(",").map(method => method.trim());
   if (reply.status !== 204 || !listed?.includes("OPTIONS")) return "unknown";
   return methods.every(method => listed.includes(method)) ? "registered" : "missing";
  }
  // CONCATENATED MODULE: ./build/deploy/apply/verify.js
  const SETTLED_MS = 2e3;
  async function verify(ordered, tools) {
   const {host: host, ability: ability, verification: verification} = tools;
   const live = ordered.filter(({publishedVersion: publishedVersion, written: written, now: now}) => publishedVersion !== void 0 || written && now?.published);
   if (live.length === 0) return (0, result.ok)([]);
   const settled = ability.drafts && live.some(({planned: planned, publishedVersion: publishedVersion}) => publishedVersion && planned.stored?.published) ? host.clock.sleep(SETTLED_MS, host.cancelled) : void 0;
   const seen = await Promise.all(live.map(state => probeAll(state, tools)));
   await settled;
   if (host.cancelled.aborted) return (0, result.ok)([ unseen(live, tools) ]);
   const changed = await compare(live, tools);
   if (changed) return (0, result.g)(changed);
   for (const [index, state] of live.entries()) {
    if (!seen[index]?.includes("missing")) continue;
    const message = (0, safe.cv)`n8n published it, but its webhook was not registered within ${Math.round(verification.publishTimeoutMs / 1e3)} s.`;
    const failure = (0, api_failure.nS)("api-refused", message, (0, safe.cv)`Look at its triggers in n8n's log.`);
    return (0, result.g)({
     at: state,
     doing: (0, safe.cv)`check that it is live`,
     failure: failure
    });
   }
   return (0, result.ok)(unverifiedIn(live, seen, tools));
  }
  async function compare(live, {api: api, ability: ability}) {
   const read = await readAgain(api, live);
   if (!read.ok) return {
    at: void 0,
    doing: (0, safe.cv)`read back what was published`,
    failure: read.error
   };
   for (const state of live) {
    const {written: written, publishedVersion: publishedVersion} = state;
    const now = read.value(state);
    if (!now) continue;
    state.now = now;
    if (isLive(now, publishedVersion, ability) && (written === void 0 || holds(now, written))) continue;
    const message = (0, safe.cv)`n8n has a version other than this run's: another deployment or a person changed the workflow at the same time.`;
    return {
     at: state,
     doing: (0, safe.cv)`compare it after publishing`,
     failure: interference(message)
    };
   }
   return;
  }
  function probeAll({now: now}, {host: host, verification: verification}) {
   const {webhookBase: webhookBase, publishTimeoutMs: publishTimeoutMs, connections: connections} = verification;
   const {clock: clock, tempDirectory: spillDirectory, cancelled: signal} = host;
   const settings = {
    clock: clock,
    spillDirectory: spillDirectory,
    connections: connections,
    signal: signal
   };
   return Promise.all(webhooksOf(now?.published?.nodes ?? [], now?.id ?? "").map(({methods: methods, urlAt: urlAt}) => {
    const url = URL.parse(urlAt(webhookBase));
    return url ? awaitRegistration({
     url: url,
     methods: methods
    }, publishTimeoutMs, settings) : "unknown";
   }));
  }
  function unseen(live, tools) {
   return (0, safe.cv)`The step was cancelled before it could check the webhooks of ${namesOf(live, tools)}. Everything is published; look at it in n8n.`;
  }
  function namesOf(states, {host: host}) {
   return (0, safe.fj)(states.map(({planned: planned}) => (0, safe.cv)`"${host.show(planned.file.name, LONGEST_NAME)}"`), ", ");
  }
  function unverifiedIn(live, seen, tools) {
   const unreachable = live.filter((_, index) => seen[index]?.includes("unknown"));
   const others = live.filter(({now: now}) => (now?.published?.nodes ?? []).some(node => isEnabled(node) && STARTS_LATER.test(typeOf(node))));
   return [ unreachable.length > 0 ? (0, safe.cv)`n8n did not reply at the webhook address for ${namesOf(unreachable, tools)}, so whether the webhooks are registered is unknown. Set webhook-base to their address.` : void 0, others.length > 0 ? (0, 
   safe.cv)`${namesOf(others, tools)}: n8n's API does not show whether a schedule, poll or subscription was started. Check the workflow in n8n.` : void 0 ].filter(line => line !== void 0);
  }
  const STARTS_LATER = /(?:Trigger|\.cron|\.interval|\.emailReadImap)$(?<!\.manualTrigger|\.errorTrigger|\.executeWorkflowTrigger|\.formTrigger|\.chatTrigger|\.mcpTrigger)/;
  // CONCATENATED MODULE: ./build/deploy/apply/apply.js
  async function apply(plan, tools) {
   const states = plan.workflows.map(stateOf);
   const ordered = plan.order.flatMap(place => states[place] ?? []).filter(({planned: planned}) => isChange(planned));
   const interruption = await saveAll(ordered, states, tools) ?? await compareAll(ordered, tools) ?? await publishAll(ordered, tools);
   if (interruption) return fail(interruption, ordered, states, tools);
   const live = await verify(ordered, tools);
   if (!live.ok) return fail(live.error, ordered, states, tools);
   return {
    states: states,
    interruption: void 0,
    unverified: live.value
   };
  }
  async function fail(interruption, ordered, states, tools) {
   if (interruption.at) interruption.at.failed = true;
   await putBack(ordered, tools);
   return {
    states: states,
    interruption: interruption,
    unverified: []
   };
  }
  async function saveAll(ordered, states, tools) {
   const {api: api, ability: ability, host: host} = tools;
   const content = ({planned: planned, now: now}) => {
    const ids = states.map(each => each.now?.id);
    return withWebhookIds(planned.contentWith(ids, now), ability, host.randomUUID);
   };
   const missing = ordered.filter(({planned: planned}) => planned.write === "create");
   const interruption = await createAll(missing, content, tools);
   if (interruption) return interruption;
   for (const state of ordered.filter(({planned: planned}) => planned.write !== "none")) {
    const wanted = content(state);
    const {now: now} = state;
    const isCreated = state.planned.write === "create";
    if (!now || isCreated && holds(now, wanted) && wanted.description === void 0) continue;
    const changed = isCreated ? void 0 : await changedSince(state, now, tools);
    if (changed) return changed;
    const done = ability.drafts || !now.published ? (0, safe.cv)`saved` : (0, safe.cv)`saved and live`;
    const saved = await unlessCancelled(state, done, tools, () => writeOnce({
     clock: host.clock,
     send: () => api.update(now.id, wanted, ability),
     look: () => lookFor(api, now.id, workflow => holds(workflow, wanted))
    }));
    if (saved.ok || mayHaveChanged(saved.error)) {
     state.written = wanted;
     state.mayBeLive = now.published !== void 0 && !ability.drafts;
    }
    if (!saved.ok) return {
     at: state,
     doing: (0, safe.cv)`save it`,
     failure: saved.error
    };
    state.now = saved.value;
   }
   return;
  }
  async function changedSince(state, before, {api: api}) {
   const read = await api.workflow(before.id);
   if (read.ok && isAsBefore(read.value, before)) return;
   if (read.ok) state.now = read.value;
   const message = (0, safe.cv)`Another deployment or a person changed it in n8n after the plan was made.`;
   return {
    at: state,
    doing: (0, safe.cv)`save it`,
    failure: read.ok ? interference(message) : read.error
   };
  }
  async function compareAll(ordered, {api: api}) {
   const written = ordered.filter(state => state.written !== void 0);
   const read = await readAgain(api, written);
   if (!read.ok) return {
    at: void 0,
    doing: (0, safe.cv)`read back what was saved`,
    failure: read.error
   };
   for (const state of written) {
    const now = read.value(state);
    const isUnpublished = state.planned.stored?.published !== void 0 && !now?.published;
    if (!now || !state.written || !holds(now, state.written) || isUnpublished) {
     const message = (0, safe.cv)`n8n accepted the changes, but now has different content: another deployment or a person changed it at the same time, or this n8n did not save it.`;
     return {
      at: state,
      doing: (0, safe.cv)`compare it`,
      failure: interference(message)
     };
    }
    state.now = now;
   }
   return;
  }
  async function publishAll(ordered, tools) {
   const {ability: ability, label: label} = tools;
   for (const state of ordered.filter(({planned: planned}) => planned.publish)) {
    const {now: now} = state;
    if (!now) continue;
    if (!ability.versions && now.published) continue;
    const published = await unlessCancelled(state, (0, safe.cv)`published`, tools, () => publish(now, label, tools));
    if (published.ok || mayHaveChanged(published.error)) {
     state.publishedVersion = now.versionId;
     state.mayBeLive = true;
    }
    if (!published.ok) return {
     at: state,
     doing: (0, safe.cv)`publish it`,
     failure: published.error
    };
    state.now = published.value;
    state.wentLive = true;
   }
   return;
  }
  // CONCATENATED MODULE: ./build/deploy/apply/label.js
  const LONGEST = {
   name: 128,
   description: 2048
  };
  function repositoryUrl(env) {
   return `${env["GITHUB_SERVER_URL"] ?? "https://github.com"}/${env["GITHUB_REPOSITORY"] ?? ""}`;
  }
  function labelFor(versionName, env) {
   const {GITHUB_REPOSITORY: repository = "", GITHUB_SHA: sha = "", GITHUB_RUN_ID: run = ""} = env;
   const url = repositoryUrl(env);
   const name = versionName || `${repository}@${sha.slice(0, 7)}`;
   const description = `Deployed from ${url}/commit/${sha} by ${url}/actions/runs/${run}`;
   return {
    name: cut(name, LONGEST.name),
    description: cut(description, LONGEST.description)
   };
  }
  function cut(text, most) {
   return [ ...text ].slice(0, most).join("");
  }
  // CONCATENATED MODULE: ./build/deploy/check/cron.js
  const FIELDS = [ [ 0, 59 ], [ 0, 59 ], [ 0, 23 ], [ 1, 31 ], [ 1, 12 ], [ 0, 7 ] ];
  const NICKNAMES = /^@(?:yearly|monthly|weekly|daily|hourly|minutely|secondly|weekdays|weekends)$/i;
  const MONTHS = [ "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec" ];
  const DAYS = [ "sun", "mon", "tue", "wed", "thu", "fri", "sat" ];
  const NUMBERS = new Map([ ...MONTHS.map((name, index) => [ name, index + 1 ]), ...DAYS.map((name, index) => [ name, index ]) ]);
  function isCron(expression) {
   if (NICKNAMES.test(expression)) return true;
   const numeric = expression.toLowerCase().replace(/[a-z]{1,3}/g, name => String(NUMBERS.get(name) ?? name));
   const fields = numeric.trim().split(/\s+/);
   if (fields.length < FIELDS.length - 1 || fields.length > FIELDS.length) return false;
   const values = FIELDS.slice(-fields.length).map(([least, most], index) => valuesOf(fields[index] ?? "", least, most));
   const [days, months, weekdays] = values.slice(-3);
   return values.every(each => each !== void 0) && (isDate(days, months) || new Set(weekdays).size < 7);
  }
  function valuesOf(field, least, most) {
   const values = [];
   for (const part of field.split(",")) {
    const found = /^(\d+)(?:-(\d+))?(?:\/(\d+))?$/.exec(part.replace(/^\*/, `${least}-${most}`));
    if (!found) return;
    const [from, step] = [ Number(found[1]), Number(found[3] ?? 1) ];
    const to = Number(found[2] ?? (found[3] === void 0 ? from : most));
    if (from < least || to > most || from > to || step === 0) return;
    for (let value = from; value <= to; value += step) values.push(value);
   }
   return values;
  }
  function isDate(days = [], months = []) {
   const longest = Math.max(...months.map(month => new Date(Date.UTC(2024, month, 0)).getUTCDate()));
   return Math.min(...days) <= longest;
  }
  // CONCATENATED MODULE: ./build/deploy/check/schedule.js
  function scheduleProblems(workflow, show) {
   const problems = [];
   const {timezone: timezone} = workflow.settings;
   if (typeof timezone === "string" && !isTimezone(timezone)) {
    const message = (0, safe.cv)`"${show(timezone, 40)}" is not a timezone: n8n would publish its schedules and never run them.`;
    problems.push(finding(show, placeOf(workflow), message));
   }
   for (const [index, node] of workflow.nodes.entries()) for (const rule of isEnabled(node) ? rulesOf(node) : []) {
    const wrong = [ ...wrongCron(rule, show), ...rangesOf(rule, node).filter(([name, least, most]) => !isBetween(rule[name], least, most)).map(([name, least, most]) => (0, 
    safe.cv)`${show(name)} is not a whole number from ${least} to ${most}: n8n would publish it and never run it.`) ];
    for (const message of wrong) problems.push(finding(show, placeOf(workflow, index), message));
   }
   return problems;
  }
  function isTimezone(name) {
   if (name === "" || name === "DEFAULT") return true;
   try {
    Intl.DateTimeFormat("en", {
     timeZone: name
    });
    return true;
   } catch {
    return false;
   }
  }
  function rulesOf(node) {
   const parameters = parametersOf(node);
   const itemsAt = (group, list) => (0, text_json.jQ)((0, text_json.A7)(parameters[group])[list]);
   if (typeOf(node) === "n8n-nodes-base.scheduleTrigger") return itemsAt("rule", "interval");
   return [ ...itemsAt("triggerTimes", "item"), ...itemsAt("pollTimes", "item") ];
  }
  function wrongCron({field: field, mode: mode, expression: expression, cronExpression: cronExpression}, show) {
   const isGiven = field === "cronExpression" || mode === "custom";
   const cron = mode === "custom" ? (0, text_json.b6)(cronExpression).trim() : (0, 
   text_json.b6)(expression);
   if (!isGiven || cron.startsWith("=") || isCron(cron)) return [];
   return [ (0, safe.cv)`"${show(cron, 40)}" is not a cron expression: n8n would publish it and never run it.` ];
  }
  const AT_MINUTE = [ "triggerAtMinute", 0, 59 ];
  const AT_HOUR = [ "triggerAtHour", 0, 23 ];
  const HOUR_AND_MINUTE = [ [ "hour", 0, 23 ], [ "minute", 0, 59 ] ];
  const TIMES = new Map([ [ "hours", [ AT_MINUTE ] ], [ "days", [ AT_HOUR, AT_MINUTE ] ], [ "weeks", [ AT_HOUR, AT_MINUTE, [ "triggerAtDay", 0, 7 ] ] ], [ "months", [ AT_HOUR, AT_MINUTE, [ "triggerAtDayOfMonth", 1, 31 ] ] ], [ "everyHour", [ [ "minute", 0, 59 ] ] ], [ "everyDay", HOUR_AND_MINUTE ], [ "everyWeek", HOUR_AND_MINUTE ], [ "everyMonth", [ ...HOUR_AND_MINUTE, [ "dayOfMonth", 1, 31 ] ] ] ]);
  const INTERVALS = new Map([ [ "seconds", [ "secondsInterval", 1, 59 ] ], [ "minutes", [ "minutesInterval", 1, 59 ] ], [ "hours", [ "hoursInterval", 1, 23 ] ], [ "days", [ "daysInterval", 1, 31 ] ] ]);
  function rangesOf({field: field, mode: mode}, {typeVersion: typeVersion}) {
   const kind = (0, text_json.b6)(field ?? mode) || "days";
   const interval = (0, text_json.rl)(typeVersion) >= 1.3 ? INTERVALS.get(kind) : void 0;
   return [ ...interval ? [ interval ] : [], ...TIMES.get(kind) ?? [] ];
  }
  function isBetween(value, least, most) {
   const numbers = [ value ?? [] ].flat().map(text_json.rl);
   return numbers.every(number => Number.isNaN(number) || Number.isInteger(number) && number >= least && number <= most);
  }
  // CONCATENATED MODULE: ./build/deploy/check/files.js
  function checkFiles(workflows, show) {
   const each = workflows.flatMap(workflow => [ ...structureProblems(workflow, show), ...scheduleProblems(workflow, show) ]);
   return [ ...twins(workflows, show), ...each ];
  }
  function twins(workflows, show) {
   const names = new Map;
   const ids = new Map;
   return workflows.flatMap(workflow => {
    const {name: name, id: id} = workflow;
    const sameName = names.get(name);
    const sameId = id === void 0 ? void 0 : ids.get(id);
    names.set(name, sameName ?? workflow);
    if (id !== void 0) ids.set(id, sameId ?? workflow);
    const problems = [];
    if (sameName) problems.push((0, safe.cv)`has the same name as a workflow in ${show(sameName.file)}.`);
    if (sameId) problems.push((0, safe.cv)`has the same id as a workflow in ${show(sameId.file)}.`);
    return problems.map(problem => finding(show, placeOf(workflow), problem));
   });
  }
  var address = __webpack_require__(6528);
  var defaults = __webpack_require__(1676);
  var inputs_headers = __webpack_require__(682);
  var plain_http = __webpack_require__(561);
  var reading = __webpack_require__(416);
  var secret_key = __webpack_require__(840);
  var tls = __webpack_require__(5293);
  var values = __webpack_require__(3368);
  var n8n_address = __webpack_require__(6583);
  var auth = __webpack_require__(4834);
  var problem = __webpack_require__(9093);
  // CONCATENATED MODULE: ./build/deploy/inputs.js
  const DEPLOY_DEFAULTS = {
   ...defaults.z,
   publish: "auto",
   "dry-run": "false",
   "on-drift": "fail",
   "publish-timeout": "60s"
  };
  async function readDeployInputs(input) {
   const text = (0, defaults.r)(input, DEPLOY_DEFAULTS);
   const headers = await (0, inputs_headers.parseHeaders)("api-headers", text("api-headers"));
   const fields = {
    url: parseInstance(text("url")),
    secretKey: parseApiKey(text("secret-key")),
    headers: headers,
    tls: (0, tls.parseTls)(text),
    workflows: text("workflows") === "" ? (0, problem.Qm)("workflows: is required: one path or glob per line, like workflows/**/*.json") : (0, 
    result.ok)(text("workflows")),
    publish: (0, values.kB)("publish", text("publish"), [ "auto", "all", "none" ]),
    dryRun: (0, values.yG)("dry-run", text("dry-run")),
    onDrift: (0, values.kB)("on-drift", text("on-drift"), [ "fail", "overwrite" ]),
    credentials: parseMapping(text("credentials")),
    versionName: (0, result.ok)(text("version-name")),
    webhookBase: (0, address.op)(text("webhook-base")),
    publishTimeoutMs: (0, values.E9)("publish-timeout", text("publish-timeout")),
    ifUnconfigured: (0, values.kB)("if-unconfigured", text("if-unconfigured"), reading.mi),
    allowHttp: (0, values.yG)("allow-http", text("allow-http")),
    timeoutMs: (0, values.E9)("timeout", text("timeout")),
    retries: (0, values.zq)("retries", text("retries"), 100),
    summary: (0, values.yG)("summary", text("summary"))
   };
   const secrets = (0, inputs_secrets.VY)(text, {
    "api-headers": headers
   });
   const sound = (0, problem.BU)(fields);
   const read = (0, problem.kg)(fields);
   const problems = (0, problem.GW)([ read, (0, problem.Qm)(...findConflicts(sound)) ]);
   if (!read.ok || problems.length > 0) return {
    inputs: (0, result.g)(problems),
    secrets: secrets,
    unconfigured: (0, reading.Tu)(problems, sound.ifUnconfigured)
   };
   const {url: url, secretKey: secretKey, allowHttp: allowHttp, ifUnconfigured: ifUnconfigured, ...rest} = read.value;
   const instance = {
    ...url,
    secretKey: secretKey,
    headers: rest.headers,
    addressFrom: "url"
   };
   return {
    inputs: (0, result.ok)({
     ...rest,
     instance: instance,
     webhookBase: (0, n8n_address.U)(rest.webhookBase, url.base)
    }),
    secrets: secrets,
    unconfigured: void 0
   };
  }
  function findConflicts({url: url, headers: headers = [], tls: tls, allowHttp: allowHttp, webhookBase: webhookBase = ""}) {
   if (!url) return [];
   const conflicts = [];
   if (allowHttp === false && (0, plain_http.S)(new URL(url.base))) conflicts.push(EXPOSED);
   if ((0, auth.ou)(headers, "authorization") && url.credentials !== void 0) conflicts.push("api-headers: Authorization is given together with a password in url. Keep one of them.");
   const plain = [ [ "url", url.base ], [ "webhook-base", webhookBase ] ].find(([, at]) => /^http:/.test(at));
   if (plain && tls?.cert !== void 0) conflicts.push(`client-cert: cannot be used over plain http. Use https in ${plain[0]}.`);
   return conflicts;
  }
  const EXPOSED = "url: is plain http to a public host, so secret-key could be read on the way. Use https, or set allow-http: true.";
  function parseInstance(text) {
   const url = (0, values.Dl)("url", text);
   if (!url.ok) return url;
   const {origin: origin, pathname: pathname} = url.value;
   if ((0, n8n_address.hR)(url.value) !== void 0) return (0, problem.Qm)("url: is a webhook's URL. Give the address that opens n8n in the browser.");
   return (0, result.ok)({
    base: origin + (0, address.VM)(pathname),
    credentials: (0, n8n_address.YN)(url.value)
   });
  }
  function parseApiKey(key) {
   if (key === "") return (0, problem.wC)(`secret-key: is required: an n8n API key. ${values.Ag}`);
   const sound = (0, secret_key.Do)(key);
   if (!sound.ok || !(0, secret_key.I9)(key)) return sound;
   return (0, problem.Qm)("secret-key: is an MCP access token, which cannot deploy. Create an API key: n8n, Settings, n8n API.");
  }
  function parseMapping(text) {
   const mapping = new Map;
   const problems = [];
   for (const [index, line] of text.split(/\r\n|\r|\n/).entries()) {
    if (/^\s*(?:#|$)/.test(line)) continue;
    const at = line.indexOf("=");
    const [from, to] = [ line.slice(0, at).trim(), line.slice(at + 1).trim() ];
    if (at < 0 || from === "" || to === "") problems.push(`credentials: line ${index + 1} is not of the form NAME IN THE FILE=NAME OR ID IN N8N.`);
    mapping.set(from, [ ...mapping.get(from) ?? [], to ]);
   }
   return problems.length > 0 ? (0, problem.Qm)(...problems) : (0, result.ok)(mapping);
  }
  // CONCATENATED MODULE: ./build/deploy/match/credentials.js
  function credentialsInUse(stored) {
   const found = new Map;
   for (const {draft: draft, published: published} of stored) for (const node of [ ...draft.nodes, ...published?.nodes ?? [] ]) for (const [type, given] of Object.entries((0, 
   text_json.A7)(node["credentials"]))) {
    const {id: id, name: name} = readReference(given);
    if (id !== "" && name !== "") found.set(`${type}\n${id}`, {
     id: id,
     name: name,
     type: type
    });
   }
   return [ ...found.values() ];
  }
  function usesCredentials({nodes: nodes}) {
   return nodes.some(({credentials: credentials}) => Object.keys((0, text_json.A7)(credentials)).length > 0);
  }
  function withCredentials(workflow, known, mapping, show) {
   const wrong = [];
   const nodes = workflow.nodes.map((node, index) => {
    const {credentials: credentials} = node;
    if (!(0, text_json.jh)(credentials)) return node;
    const resolved = Object.entries(credentials).map(([type, given]) => {
     if ((0, text_json.A7)(given)["__aiGatewayManaged"] === true) return [ type, given ];
     const found = resolve(type, given, known, mapping, show);
     if (found.ok) return [ type, {
      id: found.value.id,
      name: found.value.name
     } ];
     if (isEnabled(node)) wrong.push(finding(show, placeOf(workflow, index), found.error));
     return [ type, given ];
    });
    return {
     ...node,
     credentials: Object.fromEntries(resolved)
    };
   });
   return wrong.length > 0 ? (0, result.g)(wrong) : (0, result.ok)({
    ...workflow,
    nodes: nodes
   });
  }
  function unusedMappings(workflows, mapping, show) {
   const nodes = workflows.flatMap(workflow => workflow.nodes);
   const given = nodes.flatMap(({credentials: credentials}) => (0, text_json.jh)(credentials) ? Object.values(credentials) : []);
   const names = new Set(given.map(each => readReference(each).name));
   return [ ...mapping.keys() ].filter(name => !names.has(name)).map(name => (0, safe.cv)`credentials: no workflow among the files uses "${show(name, LONGEST_NAME)}".`);
  }
  const ID = /^[A-Za-z0-9]{16}$/;
  function resolve(type, given, {credentials: credentials, complete: complete, hint: hint}, mapping, show) {
   const {id: id, name: name} = readReference(given);
   const ofType = credentials.filter(each => each.type === type);
   const mapped = mapping.get(name);
   const targets = mapped ?? [ name ];
   const shown = (0, safe.cv)`"${show(targets.join('", "'), LONGEST_NAME)}" (${show(type, LONGEST_NAME)})`;
   const byId = ofType.filter(each => (mapped ?? [ id ]).includes(each.id));
   const found = byId.length > 0 ? byId : ofType.filter(each => each.name !== "" && targets.includes(each.name));
   const [one, another] = found;
   if (another) {
    const ids = found.map(each => each.id);
    return (0, result.g)((0, safe.cv)`n8n has several credentials ${shown}: ${listed(ids, show)}. Choose one: credentials: ${show(name, LONGEST_NAME)}=ID`);
   }
   if (one) return (0, result.ok)(one);
   if (targets.includes("")) return (0, result.g)((0, safe.cv)`has a credential of the type ${show(type, LONGEST_NAME)} with neither id nor name.`);
   const [givenId, otherId] = mapped?.filter(target => ID.test(target)) ?? [];
   if (!complete && givenId !== void 0 && otherId === void 0) return (0, result.ok)({
    id: givenId,
    name: name,
    type: type
   });
   if (!complete) return (0, result.g)((0, safe.cv)`whether n8n has the credential ${shown} is not known. ${hint}`);
   return (0, result.g)((0, safe.cv)`n8n has no credential ${shown}. Create it there, or name the one to use: credentials: ${show(name, LONGEST_NAME)}=NAME IN N8N`);
  }
  function readReference(given) {
   if (!(0, text_json.jh)(given)) return {
    id: "",
    name: (0, text_json.b6)(given)
   };
   return {
    id: (0, text_json.b6)(given["id"]),
    name: (0, text_json.b6)(given["name"])
   };
  }
  // CONCATENATED MODULE: ./build/deploy/match/match.js
  function matchAll(files, stored, isOurs, show) {
   const results = files.map(file => match(file, stored, isOurs, show));
   const wrong = results.flatMap(result => result.ok ? [] : [ result.error ]);
   const matches = results.flatMap(result => result.ok ? [ result.value ] : []);
   for (const [index, {file: file, stored: target}] of matches.entries()) {
    const other = target && matches.slice(0, index).find(each => each.stored?.id === target.id);
    if (!other) continue;
    const message = (0, safe.cv)`is the workflow ${show(target.id)} in n8n, as is "${show(other.file.name, LONGEST_NAME)}" in ${show(other.file.file)}. Remove the id from one of the files.`;
    wrong.push(finding(show, placeOf(file), message));
   }
   return wrong.length > 0 ? (0, result.g)(wrong) : (0, result.ok)(matches);
  }
  function match(file, stored, isOurs, show) {
   const wrong = message => (0, result.g)(finding(show, placeOf(file), message));
   const byId = file.id === void 0 ? void 0 : stored.find(({id: id}) => id === file.id);
   const hasSameName = byId?.draft.name === file.name;
   if (byId && (hasSameName || isOurs(byId.published?.description))) {
    if (!byId.archived) return (0, result.ok)({
     file: file,
     stored: byId,
     note: void 0
    });
    return wrong((0, safe.cv)`is archived in n8n (${show(byId.id)}). Unarchive it there, or remove the id from the file to create a new one.`);
   }
   const namesakes = stored.filter(({draft: draft}) => draft.name === file.name);
   const byName = namesakes.filter(({archived: archived}) => !archived);
   const [one, another] = byName;
   if (another) {
    const ids = byName.map(({id: id}) => id);
    return wrong((0, safe.cv)`n8n has ${byName.length} workflows of this name: ${listed(ids, show)}. Rename the others, or put the id of the right one into the file.`);
   }
   if (one) return (0, result.ok)({
    file: file,
    stored: one,
    note: void 0
   });
   const [inArchive] = namesakes;
   if (!byId && inArchive) {
    const note = (0, safe.cv)`n8n's workflow of this name (${show(inArchive.id)}) is archived, so a new one is created`;
    return (0, result.ok)({
     file: file,
     stored: void 0,
     note: note
    });
   }
   const note = byId && (0, safe.cv)`in n8n, the file's id belongs to "${show(byId.draft.name, LONGEST_NAME)}", which was not deployed from this repository, so a new workflow is created. If the two are the same, give them the same name.`;
   return (0, result.ok)({
    file: file,
    stored: void 0,
    note: note
   });
  }
  // CONCATENATED MODULE: ./build/deploy/match/survey.js
  async function survey(api, files) {
   const [ability, stored, credentials] = await Promise.all([ api.ability(), api.workflows(), files.some(usesCredentials) ? api.credentials() : (0, 
   result.ok)([]) ]);
   if (ability.ok && stored.ok) return (0, result.ok)({
    ability: ability.value,
    stored: stored.value,
    known: knownBy(credentials, stored.value)
   });
   const failures = [ ability, stored ].flatMap(result => result.ok ? [] : [ sentenceOf(result.error) ]);
   return (0, result.g)([ ...new Set(failures) ]);
  }
  function sentenceOf({message: message, hint: hint}) {
   return hint === void 0 ? message : (0, safe.fj)([ message, hint ]);
  }
  function knownBy(listed, stored) {
   if (listed.ok) return {
    credentials: listed.value,
    complete: true,
    hint: safe.K$
   };
   const hint = listed.error.code === "api-forbidden" ? (0, safe.cv)`Give the key the scope credential:list (n8n, Settings, n8n API), or the id of the credential to use: credentials: NAME=ID` : (0, 
   safe.cv)`This n8n does not list its credentials (${listed.error.message}) Use it in a workflow of this n8n first, or give its id: credentials: NAME=ID`;
   return {
    credentials: credentialsInUse(stored),
    complete: false,
    hint: hint
   };
  }
  async function withDescriptions(api, matches) {
   const whole = await Promise.all(matches.map(async match => {
    const {file: file, stored: stored} = match;
    if (file.description === void 0 || !stored) return (0, result.ok)(match);
    const read = await api.workflow(stored.id);
    return read.ok ? (0, result.ok)({
     ...match,
     stored: read.value
    }) : (0, result.g)(sentenceOf(read.error));
   }));
   const unread = whole.find(result => !result.ok);
   if (unread && !unread.ok) return unread;
   return (0, result.ok)(whole.flatMap(result => result.ok ? [ result.value ] : []));
  }
  async function rolledBack(api, matches, isOurs) {
   const candidates = matches.flatMap(({stored: stored}) => {
    const {published: published} = stored ?? {};
    const isBehind = stored && published && isOurs(published.description) && published.versionId !== stored.versionId;
    return isBehind ? [ stored ] : [];
   });
   const ids = await Promise.all(candidates.map(async ({id: id, versionId: versionId}) => {
    const description = await api.versionDescription(id, versionId);
    return isOurs(description) ? [ id ] : [];
   }));
   return new Set(ids.flat());
  }
  var http_status = __webpack_require__(4999);
  var executions = __webpack_require__(9195);
  var pages = __webpack_require__(9254);
  var verdict_api = __webpack_require__(7506);
  // CONCATENATED MODULE: ./build/deploy/match/ability.js
  function abilityOf(discovery, description) {
   const has = (pattern, otherwise) => description === void 0 ? otherwise : pattern.test(description);
   const isNew = has(/^ {2}\/workflows\/\{\w+\}\/publish:/m, false);
   const names = namesIn(description ?? "");
   const settings = settingsIn(description ?? "");
   return {
    described: description !== void 0,
    versions: discovery !== void 0,
    drafts: has(/\bname: publishIfActive\b/, false),
    publish: isNew ? "publish" : "activate",
    unpublish: isNew ? "unpublish" : "deactivate",
    takes: name => names.size === 0 || names.has(name),
    takesSetting: name => settings.size === 0 || settings.has(name),
    scopes: scopesIn(discovery)
   };
  }
  function namesIn(description) {
   return new Set([ ...description.matchAll(/^ {4,}(\w+):\s*$/gm) ].map(([, name]) => name));
  }
  function settingsIn(description) {
   const lists = description.matchAll(/^( +)saveExecutionProgress:\s*\n(?:\1.*\n|\s*\n)*/gm);
   return new Set([ ...lists ].flatMap(([list, depth = ""]) => [ ...list.matchAll(/^( +)(\w+):\s*$/gm) ].flatMap(([, at, name]) => at === depth ? [ name ] : [])));
  }
  function scopesIn(discovery) {
   const {scopes: scopes} = (0, text_json.A7)(discovery?.["data"]);
   return Array.isArray(scopes) ? new Set(scopes.filter(scope => typeof scope === "string")) : void 0;
  }
  // CONCATENATED MODULE: ./build/deploy/match/stored.js
  function toStored(row) {
   const {id: id, name: name, isArchived: isArchived, settings: settings, versionId: versionId, activeVersion: activeVersion, active: active, description: description} = row;
   const graph = graphOf(row);
   return {
    id: (0, text_json.b6)(id).toWellFormed(),
    archived: isArchived === true,
    draft: {
     name: (0, text_json.b6)(name),
     ...graph,
     settings: (0, text_json.A7)(settings),
     description: (0, text_json.b6)(description) || void 0
    },
    versionId: (0, text_json.b6)(versionId),
    published: publishedOf(active, activeVersion, graph, (0, text_json.b6)(versionId)),
    row: row
   };
  }
  function publishedOf(active, version, draft, draftVersion) {
   if (active !== true) return;
   if (!(0, text_json.jh)(version)) return {
    ...draft,
    versionId: draftVersion,
    versionName: void 0,
    description: void 0
   };
   return {
    ...graphOf(version),
    versionId: (0, text_json.b6)(version["versionId"]),
    versionName: (0, text_json.b6)(version["name"]) || void 0,
    description: (0, text_json.b6)(version["description"]) || void 0
   };
  }
  function graphOf({nodes: nodes, connections: connections, nodeGroups: nodeGroups}) {
   return {
    nodes: (0, text_json.jQ)(nodes),
    connections: (0, text_json.A7)(connections),
    ...Array.isArray(nodeGroups) && {
     nodeGroups: nodeGroups
    }
   };
  }
  // CONCATENATED MODULE: ./build/deploy/n8n.js
  const MOST_PAGES = 400;
  function deployApi(api) {
   const asStored = (reply, {thing: thing}) => {
    if (!reply.ok) return reply;
    const workflow = toStored(reply.value);
    return workflow.id === "" ? (0, result.g)((0, verdict_api.O$)(thing)) : (0, result.ok)(workflow);
   };
   const write = async (method, path, subject, body) => {
    const written = asStored(await api.request(method, path, subject, {
     body: body
    }), subject);
    if (written.ok) return written;
    const {code: code, status: status} = written.error;
    const isSpoilt = code === "api-unreadable" || code === "api-not-there" && (0, http_status.o)(status ?? 0);
    return isSpoilt ? (0, result.g)({
     ...written.error,
     mayHaveArrived: true
    }) : written;
   };
   return {
    ability: async () => {
     const [discovery, description] = await Promise.all([ api.request("GET", "discover", DISCOVERY), api.text("openapi.yml", DESCRIPTION) ]);
     if (!discovery.ok && discovery.error.code !== "api-not-found") return discovery;
     return (0, result.ok)(abilityOf(discovery.ok ? discovery.value : void 0, description.ok ? description.value : void 0));
    },
    workflows: async name => {
     const filter = name === void 0 ? "" : `name=${encodeURIComponent(name.toWellFormed())}&`;
     const rows = await rowsOf(api, `workflows?excludePinnedData=true&${filter}`, LIST);
     return rows.ok ? (0, result.ok)(rows.value.map(toStored)) : rows;
    },
    credentials: async () => {
     const rows = await rowsOf(api, "credentials?", CREDENTIALS);
     if (!rows.ok) return rows;
     return (0, result.ok)(rows.value.map(({id: id, name: name, type: type}) => ({
      id: (0, text_json.b6)(id),
      name: (0, text_json.b6)(name),
      type: (0, text_json.b6)(type)
     })));
    },
    workflow: async id => asStored(await api.request("GET", `${pathOf(id)}?excludePinnedData=true`, READ), READ),
    versionDescription: async (id, versionId) => {
     const history = await api.request("GET", `${pathOf(id)}/history?limit=${executions.Ir}`, READ, {
      retries: 1
     });
     const versions = history.ok ? (0, text_json.jQ)(history.value["data"]) : [];
     const version = versions.find(each => each["versionId"] === versionId);
     return (0, text_json.b6)(version?.["description"]) || void 0;
    },
    create: content => write("POST", "workflows", CREATE, bodyOf({
     ...content,
     description: void 0
    })),
    update: (id, content, {drafts: drafts}) => write("PUT", `${pathOf(id)}${drafts ? "?publishIfActive=false" : ""}`, UPDATE, bodyOf(content)),
    publish: (id, versionId, label, {versions: versions, publish: publish}) => write("POST", `${pathOf(id)}/${publish}`, PUBLISH, versions ? {
     versionId: versionId,
     ...label
    } : {}),
    unpublish: (id, {unpublish: unpublish}) => write("POST", `${pathOf(id)}/${unpublish}`, UNPUBLISH, {})
   };
  }
  const pathOf = id => `workflows/${encodeURIComponent(id)}`;
  function bodyOf({name: name, nodes: nodes, connections: connections, settings: settings, nodeGroups: nodeGroups, description: description}) {
   return {
    name: name,
    nodes: [ ...nodes ],
    connections: connections,
    settings: settings,
    ...nodeGroups !== void 0 && {
     nodeGroups: nodeGroups
    },
    ...description !== void 0 && {
     description: description
    }
   };
  }
  async function rowsOf(api, path, subject) {
   const rows = [];
   for await (const page of (0, pages.E)(api, path, subject, MOST_PAGES)) {
    if (!page.ok) return page;
    rows.push(...page.value);
   }
   return (0, result.ok)(rows);
  }
  const DISCOVERY = {
   thing: (0, safe.cv)`what this key may do`,
   scope: (0, safe.cv)`workflow:read`
  };
  const DESCRIPTION = {
   thing: (0, safe.cv)`the description of its API`,
   scope: (0, safe.cv)`workflow:read`
  };
  const LIST = {
   thing: (0, safe.cv)`the list of workflows`,
   scope: (0, safe.cv)`workflow:list`
  };
  const CREDENTIALS = {
   thing: (0, safe.cv)`the list of credentials`,
   scope: (0, safe.cv)`credential:list`
  };
  const WORKFLOW = {
   thing: (0, safe.cv)`the workflow`,
   ifMissing: (0, safe.cv)`It may have been deleted or moved in n8n meanwhile: run the step again.`
  };
  const READ = {
   ...WORKFLOW,
   scope: (0, safe.cv)`workflow:read`
  };
  const CREATE = {
   thing: (0, safe.cv)`the list of workflows`,
   deed: (0, safe.cv)`create workflows`,
   scope: (0, safe.cv)`workflow:create`
  };
  const UPDATE = {
   ...WORKFLOW,
   deed: (0, safe.cv)`change the workflow`,
   scope: (0, safe.cv)`workflow:update`
  };
  const PUBLISH = {
   ...WORKFLOW,
   deed: (0, safe.cv)`publish the workflow`,
   scope: (0, safe.cv)`workflow:activate`
  };
  const UNPUBLISH = {
   ...WORKFLOW,
   deed: (0, safe.cv)`unpublish the workflow`,
   scope: (0, safe.cv)`workflow:deactivate`
  };
  // CONCATENATED MODULE: ./build/deploy/plan/drift.js
  function isDeployedFrom(repositoryUrl) {
   return description => description?.includes(`${repositoryUrl}/commit/`) === true;
  }
  function driftOf(stored, wanted, isOurs, wasRolledBack, onDrift, show) {
   const driftText = (what, instead) => onDrift === "fail" ? (0, safe.cv)`drift: ${what}. ${instead}` : (0, 
   safe.cv)`drift: ${what}. It is overwritten, because on-drift is overwrite`;
   const {published: published} = stored ?? {};
   if (!stored || !published) return;
   if (!isOurs(published.description)) {
    const said = published.description === void 0 ? safe.K$ : (0, safe.cv)` (it says "${show(published.description, 100)}")`;
    return driftText((0, safe.cv)`the published version was not deployed from this repository${said}`, (0, 
    safe.cv)`To take the workflow over, run once with on-drift: overwrite`);
   }
   if (!doesTheSame(stored.draft, published) && !doesTheSame(stored.draft, wanted)) return driftText((0, 
   safe.cv)`somebody saved changes in n8n that are not published`, (0, safe.cv)`Bring them into the file, or discard them with on-drift: overwrite`);
   if (wasRolledBack) return driftText((0, safe.cv)`the file's version was published before, and somebody has since published an older one in n8n`, (0, 
   safe.cv)`Deploy the commit of that version, or overwrite it with on-drift: overwrite`);
   return;
  }
  // CONCATENATED MODULE: ./build/deploy/read/references.js
  const NODES = {
   "n8n-nodes-base.executeWorkflow": "call",
   "@n8n/n8n-nodes-langchain.toolWorkflow": "tool",
   "@n8n/n8n-nodes-langchain.retrieverWorkflow": "tool"
  };
  function referencesOf({nodes: nodes, settings: settings}) {
   const found = nodes.flatMap((node, index) => {
    const kind = kindOf(node);
    if (kind === void 0) return [];
    const {workflowId: workflowId} = parametersOf(node);
    const locator = (0, text_json.jh)(workflowId) ? workflowId : void 0;
    const id = (0, text_json.ws)(locator ? locator["value"] : workflowId).trim();
    if (id === "" || id.startsWith("=")) return [];
    const name = (0, text_json.b6)(locator?.["cachedResultName"]) || void 0;
    return [ {
     kind: kind,
     node: index,
     enabled: isEnabled(node),
     id: id,
     name: name,
     byUrl: locator?.["mode"] === "url"
    } ];
   });
   const error = (0, text_json.b6)(settings["errorWorkflow"]);
   if (error === "" || error === "DEFAULT" || error.startsWith("=")) return found;
   return [ ...found, {
    kind: "error",
    node: void 0,
    enabled: true,
    id: error,
    name: void 0,
    byUrl: false
   } ];
  }
  function withReferences(content, idOf) {
   const references = referencesOf(content);
   const nodes = content.nodes.map((node, index) => {
    const reference = references.find(each => each.node === index);
    const id = reference && idOf(reference);
    return id === void 0 || id === reference?.id ? node : withTarget(node, reference?.id ?? "", id);
   });
   const error = references.find(({kind: kind}) => kind === "error");
   const errorWorkflow = error && idOf(error);
   const settings = errorWorkflow === void 0 ? content.settings : {
    ...content.settings,
    errorWorkflow: errorWorkflow
   };
   return {
    ...content,
    nodes: nodes,
    settings: settings
   };
  }
  function withCallers(content, idOf) {
   const {callerIds: callerIds} = content.settings;
   if (typeof callerIds !== "string") return content;
   const ids = callerIds.replace(/[^\s,]+/g, id => idOf(id) ?? id);
   return {
    ...content,
    settings: {
     ...content.settings,
     callerIds: ids
    }
   };
  }
  function kindOf(node) {
   const type = typeOf(node);
   const isStored = (parametersOf(node)["source"] ?? "database") === "database";
   return isStored && Object.hasOwn(NODES, type) ? NODES[type] : void 0;
  }
  function withTarget(node, from, to) {
   const parameters = parametersOf(node);
   const {workflowId: workflowId} = parameters;
   return {
    ...node,
    parameters: {
     ...parameters,
     workflowId: (0, text_json.jh)(workflowId) ? relocated(workflowId, from, to) : to
    }
   };
  }
  function relocated(locator, from, to) {
   const url = locator["cachedResultUrl"];
   const moved = typeof url === "string" ? {
    cachedResultUrl: url.replace(from, () => to)
   } : {};
   return {
    ...locator,
    value: to,
    ...moved
   };
  }
  // CONCATENATED MODULE: ./build/deploy/match/targets.js
  function targetOf({id: id, name: name}, matches, stored) {
   const byId = matches.findIndex(({file: file}) => file.id === id);
   if (byId >= 0) return {
    place: byId
   };
   const found = stored.find(each => each.id === id);
   const asStored = found && matches.findIndex(match => match.stored?.id === found.id);
   if (found) return asStored === void 0 || asStored < 0 ? {
    stored: found
   } : {
    place: asStored
   };
   const byName = matches.findIndex(({file: file}) => name !== void 0 && file.name === name);
   return byName < 0 ? void 0 : {
    place: byName
   };
  }
  function resolveReferences(file, matches, stored, show) {
   const resolved = [];
   const wrong = [];
   for (const reference of referencesOf(file)) {
    const target = targetOf(reference, matches, stored);
    const place = placeOf(file, reference.node);
    if (reference.byUrl && reference.kind === "call" && reference.enabled) wrong.push(finding(show, place, (0, 
    safe.cv)`names its workflow by URL, which n8n refuses to publish. Choose it from the list, or by its id.`)); else if (target) resolved.push({
     reference: reference,
     target: target
    }); else if (reference.enabled) {
     const named = reference.name === void 0 ? safe.K$ : (0, safe.cv)` ("${show(reference.name, LONGEST_NAME)}")`;
     const what = reference.kind === "error" ? (0, safe.cv)`has the error workflow` : (0, 
     safe.cv)`refers to the workflow`;
     wrong.push(finding(show, place, (0, safe.cv)`${what} ${show(reference.id, 40)}${named}, which is neither among the files nor in n8n. Add its file.`));
    }
   }
   return {
    resolved: resolved,
    wrong: wrong
   };
  }
  // CONCATENATED MODULE: ./build/deploy/plan/order.js
  function orderOf(dependents) {
   const pending = new Set(dependents.keys());
   const isFree = (places, own) => places.every(place => place === own || !pending.has(place));
   const order = [];
   for (;;) {
    const able = [ ...pending ].filter(place => isFree(dependents[place]?.needs ?? [], place));
    const next = able.find(place => isFree(dependents[place]?.prefers ?? [], place)) ?? able[0];
    if (next === void 0) return {
     order: order,
     stuck: inCircle(pending, dependents)
    };
    pending.delete(next);
    order.push(next);
   }
  }
  function inCircle(pending, dependents) {
   const needed = new Set([ ...pending ].flatMap(place => dependents[place]?.needs ?? []));
   const rest = new Set([ ...pending ].filter(place => needed.has(place)));
   return rest.size === pending.size ? [ ...rest ] : inCircle(rest, dependents);
  }
  // CONCATENATED MODULE: ./build/deploy/plan/triggers.js
  const NO_TRIGGERS = /^n8n-nodes-base\.(?:manualTrigger|stickyNote|start|noOp)$/;
  function triggerProblems(workflows, show) {
   return workflows.filter(({file: file, publish: publish}) => publish && startsOf(file).length === 0).map(({file: file}) => finding(show, placeOf(file), (0, 
   safe.cv)`is to be published, but has no enabled trigger other than a manual one. Add a trigger, or set active to false.`));
  }
  const RUN_BY_OTHERS = /^n8n-nodes-base\.(?:executeWorkflowTrigger|errorTrigger)$/;
  function isRunByOthers(file) {
   const types = startsOf(file);
   return types.length > 0 && types.every(type => RUN_BY_OTHERS.test(type));
  }
  function startsOf({nodes: nodes, connections: connections}) {
   const led = new Set(Object.values(connections).flatMap(targetsOf));
   const starts = nodes.filter(node => isEnabled(node) && !led.has(nameOf(node)));
   return starts.map(typeOf).filter(type => !NO_TRIGGERS.test(type));
  }
  // CONCATENATED MODULE: ./build/deploy/plan/webhooks.js
  function webhookConflicts(live, others, show) {
   const holders = new Map;
   const hold = holder => keysOf([ holder.webhook ]).flatMap(key => {
    const other = holders.get(key);
    holders.set(key, other ?? holder);
    return other ? [ other ] : [];
   });
   for (const {id: id, draft: draft, published: published} of others) for (const webhook of webhooksOf(published?.nodes ?? [], id)) hold({
    file: void 0,
    name: draft.name,
    id: id,
    webhook: webhook
   });
   return live.flatMap(({file: file, id: id}) => knownWebhooks(file.nodes, id).flatMap(webhook => {
    const [other] = hold({
     file: file,
     name: file.name,
     id: id,
     webhook: webhook
    });
    if (!other) return [];
    const place = placeOf(file, file.nodes.findIndex(node => nameOf(node) === webhook.node));
    const holder = nameHolder(other, file, show);
    const message = (0, safe.cv)`uses the same path and method (${listed(webhook.methods, show)}) as ${holder}. Give one of them another path.`;
    return [ finding(show, place, message) ];
   }));
  }
  function keysOf(webhooks) {
   return webhooks.flatMap(({methods: methods, path: path}) => methods.map(method => `${method} ${path}`));
  }
  const TO_BE_CHOSEN = "to-be-chosen";
  function knownWebhooks(nodes, workflowId) {
   const complete = nodes.map(node => ({
    ...node,
    webhookId: (0, text_json.b6)(node["webhookId"]) || TO_BE_CHOSEN
   }));
   return webhooksOf(complete, workflowId).filter(({path: path}) => !path.includes(TO_BE_CHOSEN));
  }
  function nameHolder({file: file, name: name, id: id, webhook: webhook}, own, show) {
   const node = (0, safe.cv)`the node "${show(webhook.node, LONGEST_NAME)}"`;
   if (file === own) return node;
   const workflow = (0, safe.cv)`${node} of the workflow "${show(name, LONGEST_NAME)}"`;
   return file ? (0, safe.cv)`${workflow} in ${show(file.file)}` : (0, safe.cv)`${workflow} (${show(id, 40)}), which is live in n8n`;
  }
  // CONCATENATED MODULE: ./build/deploy/plan/publication.js
  function toBePublished(matches, references, mode, {versions: versions}) {
   const isMeant = ({file: file, stored: stored}) => stored?.published !== void 0 || (mode === "all" || mode === "auto" && file.active) && (versions || !isRunByOthers(file));
   const published = new Set(matches.flatMap((match, place) => isMeant(match) ? [ place ] : []));
   if (mode === "none" || !versions) return published;
   for (const place of published) for (const {reference: reference, target: target} of references[place] ?? []) if (reference.enabled && "place" in target) published.add(target.place);
   return published;
  }
  function publicationOrder(workflows, references, ability, show) {
   const calls = workflows.map((_, place) => dependentOf(place, references[place] ?? [], workflows, ability));
   const named = places => (0, safe.fj)(places.flatMap(place => workflows[place] ?? []).map(({file: file}) => (0, 
   safe.cv)`"${show(file.name, LONGEST_NAME)}" (${show(file.file)})`), ", ");
   const circle = orderOf(calls).stuck;
   if (circle.length > 0) {
    const message = (0, safe.cv)`The workflows ${named(circle)} call each other in a circle, and none of them is published: n8n would refuse whichever comes first. Break the circle, publish, and close it again.`;
    return {
     order: [],
     wrong: [ message ]
    };
   }
   const holders = holdersOf(workflows);
   const {order: order, stuck: stuck} = orderOf(calls.map(({needs: needs, prefers: prefers}, place) => ({
    needs: [ ...needs, ...holders[place] ?? [] ],
    prefers: prefers
   })));
   if (stuck.length === 0) return {
    order: order,
    wrong: []
   };
   const message = (0, safe.cv)`The workflows ${named(stuck)} take over webhook paths from each other: n8n would refuse whichever comes first. Give one of them another path for now, and deploy twice.`;
   return {
    order: [],
    wrong: [ message ]
   };
  }
  function dependentOf(place, references, workflows, {versions: versions}) {
   const isPublished = workflows[place]?.published === true;
   const places = only => references.flatMap(resolved => "place" in resolved.target && only(resolved) ? [ resolved.target.place ] : []);
   const isCall = ({reference: reference}) => reference.kind === "call" && reference.enabled;
   return {
    needs: places(resolved => {
     if (!isPublished || !versions || !isCall(resolved) || !("place" in resolved.target)) return false;
     return workflows[resolved.target.place]?.stored?.published === void 0;
    }),
    prefers: places(() => true)
   };
  }
  function holdersOf(workflows) {
   const holders = new Map(workflows.flatMap(({stored: stored, publish: publish}, place) => keysOf(publish ? webhooksOf(stored?.published?.nodes ?? [], stored?.id ?? "") : []).map(key => [ key, place ])));
   return workflows.map(({stored: stored, publish: publish, contentWith: contentWith}, place) => keysOf(publish ? knownWebhooks(contentWith([]).nodes, stored?.id ?? "") : []).flatMap(key => holders.get(key) ?? []).filter(holder => holder !== place));
  }
  function unpublishedCalls(workflows, references, {versions: versions}, show) {
   return workflows.flatMap(({file: file, publish: publish}, index) => (references[index] ?? []).flatMap(({reference: reference, target: target}) => {
    if (!publish || !versions || !reference.enabled || reference.kind !== "call") return [];
    const isPublished = "place" in target ? workflows[target.place]?.published : target.stored.published !== void 0;
    if (isPublished) return [];
    const name = "place" in target ? workflows[target.place]?.file.name : target.stored.draft.name;
    const message = (0, safe.cv)`calls the workflow "${show(name ?? "", LONGEST_NAME)}", which is not published: n8n would refuse to publish this one. Publish it in n8n, or add its file.`;
    return [ finding(show, placeOf(file, reference.node), message) ];
   }));
  }
  // CONCATENATED MODULE: ./build/deploy/plan/plan.js
  function planFor(situation) {
   const {matches: matches, stored: stored, ability: ability, show: show} = situation;
   const references = matches.map(({file: file}) => resolveReferences(file, matches, stored, show));
   const resolved = references.map(reference => reference.resolved);
   const published = toBePublished(matches, resolved, situation.publish, ability);
   const workflows = matches.map((match, place) => planOne(match, resolved[place] ?? [], published.has(place), situation));
   const {order: order, wrong: unordered} = publicationOrder(workflows, resolved, ability, show);
   const live = workflows.filter(workflow => workflow.published).map(({file: file, stored: {id: id} = {
    id: ""
   }, contentWith: contentWith}) => ({
    file: {
     ...file,
     nodes: contentWith([]).nodes
    },
    id: id
   }));
   const others = stored.filter(({id: id}) => !matches.some(match => match.stored?.id === id));
   const wrong = [ ...references.flatMap(reference => reference.wrong), ...unpublishedCalls(workflows, resolved, ability, show), ...triggerProblems(workflows, show), ...webhookConflicts(live, others, show), ...unordered ];
   return {
    workflows: workflows,
    order: order,
    wrong: wrong
   };
  }
  const TO_BE_CREATED = "to be created";
  function planOne(match, references, isPublished, situation) {
   const {file: file, stored: stored, note: note} = match;
   const {matches: matches, ability: ability, publish: mode, onDrift: onDrift, isOurs: isOurs, rolledBack: rolledBack, show: show} = situation;
   const contentWith = (ids, now = stored) => {
    const content = withReferences(contentFor(file, now, ability), reference => {
     const target = references.find(each => each.reference.id === reference.id)?.target;
     return target && ("place" in target ? ids[target.place] ?? TO_BE_CREATED : target.stored.id);
    });
    return withCallers(content, id => {
     const place = matches.findIndex(other => other.file.id === id);
     return place < 0 ? void 0 : ids[place] ?? TO_BE_CREATED;
    });
   };
   const wanted = contentWith(matches.map(other => other.stored?.id));
   const change = changeOf(stored, wanted, isPublished, mode);
   const {published: published} = stored ?? {};
   const hasForeignDraft = mode !== "none" && stored !== void 0 && published !== void 0 && !isChange(change) && !doesTheSame(stored.draft, published);
   return {
    file: file,
    stored: stored,
    ...change,
    published: isPublished,
    contentWith: contentWith,
    drift: isChange(change) && ability.versions ? driftOf(stored, wanted, isOurs, rolledBack.has(stored?.id ?? ""), onDrift, show) : void 0,
    hasForeignDraft: hasForeignDraft,
    notes: [ note, stored ? void 0 : twinNote(file, other => contentWith([], other), situation), hasForeignDraft ? (0, 
    safe.cv)`somebody saved changes in n8n that are not published. They are kept` : void 0, ...deadReferences(references, situation), ...liveNotes(match, change, situation), ...settingsNotes(match, situation) ].filter(each => each !== void 0)
   };
  }
  function liveNotes({stored: stored}, {write: write, difference: differs}, {ability: ability, publish: mode}) {
   if (write !== "update" || !ability.versions) return [];
   if (!stored?.published) return [ (0, safe.cv)`it is not published: the file replaces the draft in n8n, whoever saved it` ];
   const isUnversioned = differs.renamed || differs.settings.length > 0;
   return mode === "none" && isUnversioned ? [ (0, safe.cv)`n8n keeps no drafts of names and settings: these change immediately, even if nothing is published` ] : [];
  }
  function settingsNotes({file: file, stored: stored}, {ability: ability, show: show}) {
   const leftOut = settingsLeftOut(file, ability, stored);
   const kept = stored ? settingsKept(file, stored) : [];
   return [ ...leftOut.length > 0 ? [ (0, safe.cv)`settings that this n8n's API does not accept are left out: ${listed(leftOut, show)}` ] : [], ...kept.length > 0 ? [ (0, 
   safe.cv)`n8n keeps settings that the file does not have: ${listed(kept, show)}. Set them in the file to change them` ] : [] ];
  }
  function twinNote(file, contentAs, {matches: matches, stored: stored, isOurs: isOurs, show: show}) {
   const twin = stored.find(each => each.published?.nodes.length === file.nodes.length && isOurs(each.published.description) && !matches.some(match => match.stored?.id === each.id) && doesTheSame(each.published, contentAs(each)));
   return twin && (0, safe.cv)`"${show(twin.draft.name, LONGEST_NAME)}" (${show(twin.id)}) was deployed from this repository and does the same: if somebody renamed it in n8n, both will run. Rename it back, or put its id into the file`;
  }
  function deadReferences(references, {ability: ability, show: show}) {
   return references.flatMap(({reference: {kind: kind, enabled: enabled}, target: target}) => {
    const isDead = kind !== "call" && enabled && ability.versions && "stored" in target && !target.stored.published;
    if (!isDead) return [];
    const what = kind === "error" ? (0, safe.cv)`error workflow` : (0, safe.cv)`tool workflow`;
    const name = show(target.stored.draft.name, LONGEST_NAME);
    return [ (0, safe.cv)`its ${what} "${name}" is not published, so n8n does not run it` ];
   });
  }
  function changeOf(stored, wanted, isPublished, mode) {
   if (!stored) return {
    write: "create",
    publish: isPublished,
    difference: difference(void 0, wanted)
   };
   const {draft: draft, published: published} = stored;
   const isDraftRight = isSame(difference(draft, wanted)) && sameDescription(draft, wanted);
   if (!isPublished || mode === "none") return {
    write: isDraftRight ? "none" : "update",
    publish: false,
    difference: difference(draft, wanted)
   };
   const live = published && {
    ...draft,
    ...published,
    description: draft.description
   };
   const differs = difference(live ?? draft, wanted);
   if (live && isSame(differs) && sameDescription(draft, wanted)) return {
    write: "none",
    publish: false,
    difference: differs
   };
   return {
    write: isDraftRight ? "none" : "update",
    publish: !published || !sameGraph(published, wanted),
    difference: differs
   };
  }
  function sameDescription(draft, wanted) {
   return wanted.description === void 0 || draft.description === wanted.description;
  }
  // CONCATENATED MODULE: ./build/deploy/plan/rights.js
  function missingRights({workflows: workflows}, {scopes: scopes}) {
   if (!scopes) return [];
   const needs = [ [ workflows.some(isChange), "workflow:read", (0, safe.cv)`workflow:read, to compare what was written` ], [ workflows.some(({write: write}) => write === "create"), "workflow:create", (0, 
   safe.cv)`workflow:create, to create workflows` ], [ workflows.some(({write: write}) => write !== "none"), "workflow:update", (0, 
   safe.cv)`workflow:update, to change workflows` ], [ workflows.some(({publish: publish}) => publish), "workflow:activate", (0, 
   safe.cv)`workflow:activate, to publish workflows` ] ];
   return needs.filter(([isNeeded, scope]) => isNeeded && !scopes.has(scope)).map(([, , need]) => (0, 
   safe.cv)`secret-key: lacks the scope ${need} (n8n, Settings, n8n API).`);
  }
  function limitsOf(plan, ability) {
   const {scopes: scopes} = ability;
   const isOneWay = scopes?.has("workflow:activate") === true && !scopes.has("workflow:deactivate");
   const publishesFirst = plan.workflows.some(({publish: publish, stored: stored}) => publish && !stored?.published);
   return [ ...changesLive(plan, ability) ? [ ...undescribed(ability), (0, safe.cv)`${ability.versions ? NO_DRAFTS : NO_VERSIONS} ${REMEDY}` ] : [], ...isOneWay && publishesFirst ? [ NO_WAY_BACK ] : [] ];
  }
  const NO_WAY_BACK = (0, safe.cv)`secret-key: lacks the scope workflow:deactivate. If the deployment fails, workflows that it published for the first time stay published.`;
  const NO_DRAFTS = (0, safe.cv)`This n8n immediately publishes what is saved (drafts of published workflows require n8n 2.40).`;
  const NO_VERSIONS = (0, safe.cv)`This n8n has no published versions (they require n8n 2.0): what is saved runs immediately, and changes made in n8n cannot be detected.`;
  const REMEDY = (0, safe.cv)`Each published workflow changes as it is written, one after another. If one fails, all are put back.`;
  function wrongForNone(plan, ability) {
   if (!changesLive(plan, ability)) return [];
   return [ ...undescribed(ability), (0, safe.cv)`publish: none is not possible here: this n8n immediately publishes what is saved. Use auto, or n8n 2.40 or later.` ];
  }
  function changesLive({workflows: workflows}, {drafts: drafts}) {
   return !drafts && workflows.some(({write: write, stored: stored}) => write === "update" && stored?.published !== void 0);
  }
  function undescribed({described: described}) {
   if (described) return [];
   return [ (0, safe.cv)`n8n's description of its API (/api/v1/openapi.yml) could not be read, so the action assumes an older n8n. Let requests for it pass through whatever is in front of n8n.` ];
  }
  var promises_ = __webpack_require__(1455);
  var external_node_path_ = __webpack_require__(6760);
  var decode = __webpack_require__(5174);
  var error_code = __webpack_require__(3924);
  var paths = __webpack_require__(2164);
  // CONCATENATED MODULE: ./build/deploy/read/files.js
  async function findFiles(text, workspace, show, signal) {
   const wrong = [];
   const notes = [];
   const found = new Set;
   for (const line of text.split(/\r\n|\r|\n/).map(untrimmed => untrimmed.trim())) {
    if (line === "" || line.startsWith("#")) continue;
    if (line.startsWith("!")) {
     const before = found.size;
     leaveOut(found, line.slice(1).trim(), workspace);
     if (found.size === before) notes.push((0, safe.cv)`workflows: ${show(line)} excludes none of the files selected before it.`);
    } else {
     const files = await filesOf(line, workspace, show, signal);
     if (files.ok) for (const file of files.value) found.add(file); else wrong.push(files.error);
    }
   }
   if (wrong.length > 0) return (0, result.g)(wrong);
   if (found.size > 0) return (0, result.ok)({
    files: [ ...found ],
    notes: notes
   });
   return (0, result.g)([ (0, safe.cv)`workflows: selects no file. Write one path or glob per line, like workflows/**/*.json` ]);
  }
  function leaveOut(found, pattern, workspace) {
   const own = inWorkspace((0, external_node_path_.resolve)(workspace, pattern), workspace);
   for (const file of found) if (file === own || file.startsWith(`${own}/`) || (0, 
   external_node_path_.matchesGlob)(file, own)) found.delete(file);
  }
  async function filesOf(pattern, workspace, show, signal) {
   const found = await (0, paths.E)(pattern, workspace, signal);
   if (found.ok) return (0, result.ok)(found.value.map(path => inWorkspace((0, external_node_path_.resolve)(workspace, path), workspace)).sort());
   const shown = show(pattern.replace(/\/+$/, ""));
   if (found.error === "folder") return (0, result.g)((0, safe.cv)`workflows: ${shown} is a folder. Write ${shown}/**/*.json`);
   if (found.error === "missing") return (0, result.g)((0, safe.cv)`workflows: ${shown} does not exist. ${CHECKED_OUT}`);
   return (0, result.g)((0, safe.cv)`workflows: ${shown} matches no file. ${CHECKED_OUT}`);
  }
  const CHECKED_OUT = (0, safe.cv)`Paths start at the workspace, which actions/checkout fills.`;
  function inWorkspace(path, workspace) {
   const own = (0, external_node_path_.relative)((0, external_node_path_.resolve)(workspace), path);
   return (own.startsWith("..") || (0, external_node_path_.isAbsolute)(own) ? path : own).replaceAll(external_node_path_.sep, "/");
  }
  var number = __webpack_require__(1533);
  var parse_json = __webpack_require__(6340);
  // CONCATENATED MODULE: ./build/deploy/read/lines.js
  function linesOfNodes(text) {
   let found;
   return workflow => {
    found ??= scan(text);
    return found[workflow] ?? [];
   };
  }
  function scan(text) {
   const workflows = [];
   const isList = /^\s*\[/.test(text);
   const depthOfMembers = isList ? 2 : 1;
   let line = 1;
   let depth = 0;
   let key = "";
   let inNodes = false;
   const token = /"[^"\\]*(?:\\.[^"\\]*)*"|[[\]{}\n]/gs;
   for (const {0: found, index: index} of text.matchAll(token)) if (found === "\n") line += 1; else if (found.startsWith('"')) {
    if (depth === depthOfMembers && /^\s*:/.test(text.slice(index + found.length, index + found.length + 20))) key = found.slice(1, -1);
   } else if (found === "{" || found === "[") {
    if (depth === depthOfMembers - 1 && found === "{") workflows.push([]);
    if (depth === depthOfMembers) inNodes = found === "[" && key === "nodes";
    if (depth === depthOfMembers + 1 && inNodes && found === "{") workflows.at(-1)?.push(line);
    depth += 1;
   } else {
    depth -= 1;
    if (depth === depthOfMembers) inNodes = false;
   }
   return workflows;
  }
  // CONCATENATED MODULE: ./build/deploy/read/parse.js
  async function parseWorkflows(file, text, show) {
   const json = text.replace(/^\uFEFF/, "");
   const value = await parseJson(file, json, show);
   if (!value.ok) return {
    workflows: [],
    wrong: [ value.error ],
    notes: []
   };
   const entries = Array.isArray(value.value) ? value.value : [ value.value ];
   const workflows = [];
   const wrong = [];
   const notes = [];
   const lines = linesOfNodes(json);
   if (entries.length === 0) wrong.push(finding(show, {
    file: file
   }, (0, safe.cv)`is an empty list: it holds no workflow.`));
   for (const [index, entry] of entries.entries()) {
    const nth = Array.isArray(value.value) ? (0, safe.cv)`entry ${index + 1} of the list ` : safe.K$;
    if (!(0, text_json.jh)(entry)) wrong.push(finding(show, {
     file: file
    }, (0, safe.cv)`${nth}is not a workflow: it is not an object.`)); else if (entry["isArchived"] === true) notes.push(finding(show, {
     file: file
    }, (0, safe.cv)`${nth}is left out, because the file marks it as archived.`)); else {
     const problems = shapeProblems(entry);
     const workflow = typeof entry["name"] === "string" && nth !== "" ? entry["name"] : void 0;
     for (const problem of problems) wrong.push(finding(show, {
      file: file,
      workflow: workflow
     }, (0, safe.cv)`${nth}${problem}`));
     if (problems.length === 0) workflows.push(toWorkflow(file, entry, lines(index)));
    }
   }
   return {
    workflows: workflows,
    wrong: wrong,
    notes: notes
   };
  }
  async function parseJson(file, text, show) {
   if (text.trim() === "") return (0, result.g)(finding(show, {
    file: file
   }, (0, safe.cv)`is empty.`));
   const read = await (0, parse_json.V)(text, isLost);
   if (read.ok) return read;
   const problem = read.error;
   if (problem.kind === "too deep") return (0, result.g)(finding(show, {
    file: file
   }, (0, safe.cv)`is nested too deep.`));
   const {line: line, column: column} = problem;
   const message = problem.kind === "rounded" ? (0, safe.cv)`n8n would read a different number at column ${column}, because this one is beyond 2^53 or out of range. Put it in quotes.` : (0, 
   safe.cv)`is not valid JSON at column ${column} (${show(problem.found)}).${notJsonHint(text)}`;
   return (0, result.g)(finding(show, {
    file: file,
    line: line
   }, message));
  }
  function isLost(source, value) {
   return (0, number.E)(source, value) && String(value) !== source;
  }
  function notJsonHint(text) {
   if (/^(?:<{7}|={7}|>{7})/m.test(text)) return (0, safe.cv)` The file has merge conflicts in it.`;
   if (!text.startsWith("version https://git-lfs")) return safe.K$;
   return (0, safe.cv)` The file is a pointer of Git LFS: set lfs: true for actions/checkout.`;
  }
  function shapeProblems({name: name, nodes: nodes, connections: connections, settings: settings, active: active}) {
   if (!Array.isArray(nodes)) return [ (0, safe.cv)`is not an n8n workflow: it has no "nodes" list.` ];
   const problems = [];
   if ((0, text_json.b6)(name).trim() === "") problems.push((0, safe.cv)`has no "name". Templates and nodes copied from the editor lack it: add one.`); else if ([ ...(0, 
   text_json.b6)(name) ].length > LONGEST_WORKFLOW_NAME) problems.push((0, safe.cv)`has a name of more than ${LONGEST_WORKFLOW_NAME} characters, more than n8n allows.`);
   if (!nodes.every(node => (0, text_json.jh)(node))) problems.push((0, safe.cv)`has a node that is not an object.`);
   if (connections !== void 0 && !(0, text_json.jh)(connections)) problems.push((0, 
   safe.cv)`has "connections" that are not an object.`);
   if (settings !== void 0 && settings !== null && !(0, text_json.jh)(settings)) problems.push((0, 
   safe.cv)`has "settings" that are not an object.`);
   if (active !== void 0 && active !== null && typeof active !== "boolean") problems.push((0, 
   safe.cv)`has an "active" that is neither true nor false.`);
   return problems;
  }
  function toWorkflow(file, entry, lines) {
   const {id: id, name: name, nodes: nodes, connections: connections, settings: settings, nodeGroups: nodeGroups, description: description, active: active} = entry;
   return {
    file: file,
    id: typeof id === "string" && id !== "" ? id : typeof id === "number" ? String(id) : void 0,
    active: active === true,
    name: (0, text_json.b6)(name).toWellFormed(),
    nodes: (0, text_json.jQ)(nodes),
    connections: (0, text_json.A7)(connections),
    settings: (0, text_json.A7)(settings),
    ...Array.isArray(nodeGroups) && {
     nodeGroups: nodeGroups
    },
    ...(0, text_json.b6)(description) !== "" && {
     description: (0, text_json.b6)(description).toWellFormed()
    },
    lineOf: node => lines[node]
   };
  }
  // CONCATENATED MODULE: ./build/deploy/read/read.js
  async function readWorkflows(patterns, workspace, show, signal) {
   const found = await findFiles(patterns, workspace, show, signal);
   if (!found.ok) return {
    workflows: [],
    wrong: found.error,
    notes: []
   };
   const readings = [];
   for (const file of found.value.files) readings.push(await readFileOf(file, workspace, show));
   return {
    workflows: readings.flatMap(({workflows: workflows}) => workflows),
    wrong: readings.flatMap(({wrong: wrong}) => wrong),
    notes: [ ...found.value.notes, ...readings.flatMap(({notes: notes}) => notes) ]
   };
  }
  async function readFileOf(file, workspace, show) {
   const unreadable = reason => ({
    workflows: [],
    wrong: [ finding(show, {
     file: file
    }, reason) ],
    notes: []
   });
   try {
    const path = (0, external_node_path_.resolve)(workspace, file);
    if (!(await (0, promises_.stat)(path)).isFile()) return unreadable((0, safe.cv)`is not a regular file.`);
    const text = (0, decode.g)(await (0, promises_.readFile)(path));
    if (text === void 0) return unreadable((0, safe.cv)`is not UTF-8. Save it as UTF-8.`);
    return await parseWorkflows(file, text, show);
   } catch (error) {
    const code = (0, error_code.C)(error);
    if (code === "ENOENT") return unreadable((0, safe.cv)`is a broken link, or has a name that is not UTF-8.`);
    return unreadable((0, safe.cv)`cannot be read (${show(code ?? String(error))}).`);
   }
  }
  // CONCATENATED MODULE: ./build/deploy/report/log.js
  const TITLES = {
   change: (0, safe.cv)`CHANGE`,
   nodes: (0, safe.cv)`NODES`,
   live: (0, safe.cv)`IN N8N`,
   name: (0, safe.cv)`WORKFLOW`,
   file: (0, safe.cv)`FILE`
  };
  const WIDEST = 48;
  function logLines(rows) {
   const columns = [ "change", "nodes", "live", "name" ].map(name => {
    const widths = [ TITLES[name].length, ...rows.map(row => row[name].length) ].filter(width => width <= WIDEST);
    return {
     name: name,
     width: Math.max(...widths)
    };
   });
   const line = (cells, file) => {
    const padded = columns.map(({name: name, width: width}) => (cells[name] ?? safe.K$).padEnd(width));
    return (0, safe.Eh)([ ...padded, file ].join("  "));
   };
   return [ line(TITLES, TITLES.file), ...rows.flatMap(row => [ line({
    change: (0, safe.Vm)(row.change),
    nodes: row.nodes,
    live: row.live,
    name: row.name
   }, row.file), ...row.details.map(detail => (0, safe.cv)`    ${detail}`), ...row.notes.map(note => (0, 
   safe.cv)`    ! ${note}`) ]) ];
  }
  // CONCATENATED MODULE: ./build/deploy/report/markdown.js
  const markdown_LONGEST = 65e3;
  const LONGEST_LINES = 12e3;
  function fitting(lines) {
   const fit = countOfFitting(lines, LONGEST_LINES);
   const rest = lines.slice(fit);
   if (rest.length === 0) return {
    shown: lines,
    rest: rest
   };
   return {
    shown: [ ...lines.slice(0, fit), (0, safe.cv)`And ${rest.length} more: see the log.` ],
    rest: rest
   };
  }
  function countOfFitting(texts, most) {
   let length = 0;
   const end = texts.findIndex(text => {
    length += text.length;
    return length > most;
   });
   return end < 0 ? texts.length : end;
  }
  function reportMarkdown(heading, rows) {
   const head = [ `### ${heading.sign} ${(0, format.ZD)(heading.title)}`, ...[ ...fitting(heading.lines).shown, heading.last ?? safe.K$ ].filter(line => line !== "").map(line => `<p>${(0, 
   format.ZD)(line)}</p>`) ];
   if (rows.length === 0) return `${head.join("\n\n")}\n`;
   const details = rows.flatMap(detailsOf);
   const whole = [ ...head, table(rows), ...details ].join("\n\n");
   if (whole.length <= markdown_LONGEST) return `${whole}\n`;
   const room = markdown_LONGEST - head.join("\n\n").length - table([]).length - MORE_ROOM;
   const shown = rows.slice(0, countOfFitting(rows.map(tableRow), room));
   const left = rows.length - shown.length;
   const more = left > 0 ? `<p>And ${left} more workflows: see the log.</p>` : "<p>Which nodes: see the log.</p>";
   return `${[ ...head, table(shown), more ].join("\n\n")}\n`;
  }
  const MORE_ROOM = 200;
  function table(rows) {
   const titles = [ "Workflow", "Change", "Nodes", "In n8n" ].map(title => `<th align="left">${title}</th>`);
   return `<table><tr>${titles.join("")}</tr>${rows.map(tableRow).join("")}</table>`;
  }
  const SIGNS = {
   created: "\ud83c\udd95",
   updated: "\u270f\ufe0f",
   unchanged: "",
   failed: "\u274c",
   "put back": "\u21a9\ufe0f"
  };
  function tableRow({name: name, link: link, file: file, change: change, live: live, nodes: nodes, notes: notes}) {
   const workflow = link === void 0 ? (0, format.ZD)(name) : `<a href="${(0, format.ZD)(link)}">${(0, 
   format.ZD)(name)}</a>`;
   const named = `${workflow}<br><sub>${(0, format.ZD)(file)}</sub>`;
   const cells = [ named, `${SIGNS[change]} ${change}`.trim(), (0, format.ZD)(nodes), (0, 
   format.ZD)(live) ];
   const remarks = notes.map(note => `<tr><td colspan="4">\u26a0\ufe0f ${(0, format.ZD)(note)}</td></tr>`);
   return `<tr>${cells.map(cell => `<td>${cell}</td>`).join("")}</tr>${remarks.join("")}`;
  }
  function detailsOf({name: name, details: details}) {
   if (details.length === 0) return [];
   const lines = details.map(detail => (0, format.ZD)(detail)).join("<br>");
   return [ `<details><summary>${(0, format.ZD)(name)}: ${details.length === 1 ? "1 difference" : `${details.length} differences`}</summary><p>${lines}</p></details>` ];
  }
  // CONCATENATED MODULE: ./build/deploy/report/rows.js
  const MOST_DETAILS = 40;
  function rowOf(state, tense, base, show) {
   const {planned: planned, now: now, remark: remark} = state;
   const {file: file, drift: drift, notes: notes} = planned;
   const id = now?.id;
   return {
    file: show(file.file, 120),
    name: show(file.name, LONGEST_NAME),
    link: id === void 0 ? void 0 : `${base}/workflow/${encodeURIComponent(id)}`,
    change: rows_changeOf(state, tense),
    live: tense === "planned" ? plannedLive(planned) : liveOf(state),
    nodes: countsOf(planned.difference),
    details: planned.write === "create" ? [] : rows_detailsOf(planned.difference, show),
    notes: [ drift, remark, ...notes ].filter(note => note !== void 0)
   };
  }
  function rows_changeOf(state, tense) {
   const {planned: planned, failed: failed, putBack: putBack, now: now} = state;
   if (tense === "planned") return plannedChange(planned);
   if (failed) return "failed";
   if (putBack) return "put back";
   if (planned.write === "create") return now ? "created" : "unchanged";
   return isTouched(state) ? "updated" : "unchanged";
  }
  function plannedChange(planned) {
   if (planned.write === "create") return "created";
   return isChange(planned) ? "updated" : "unchanged";
  }
  function plannedLive({stored: stored, publish: publish, published: published, write: write}) {
   if (publish) return stored?.published ? (0, safe.cv)`new version` : (0, safe.cv)`publish`;
   if (stored?.published) return write === "none" ? (0, safe.cv)`published` : (0, safe.cv)`published, as it is`;
   return published ? (0, safe.cv)`publish` : (0, safe.cv)`draft`;
  }
  function liveOf({now: now, planned: planned, mayBeLive: mayBeLive}) {
   if (!now) return (0, safe.cv)`not there`;
   if (!now.published) return (0, safe.cv)`draft`;
   return mayBeLive && planned.stored?.published ? (0, safe.cv)`new version` : (0, 
   safe.cv)`published`;
  }
  function countsOf({added: added, removed: removed, changed: changed, moved: moved, wiring: wiring, renamed: renamed, settings: settings}) {
   const counts = [ added.length > 0 ? (0, safe.cv)`+${added.length}` : void 0, removed.length > 0 ? (0, 
   safe.cv)`\u2212${removed.length}` : void 0, changed.length > 0 ? (0, safe.cv)`~${changed.length}` : void 0 ].filter(count => count !== void 0);
   if (counts.length > 0) return (0, safe.fj)(counts);
   const others = [ renamed ? (0, safe.cv)`name` : void 0, settings.length > 0 ? (0, 
   safe.cv)`settings` : void 0, wiring ? (0, safe.cv)`connections` : void 0, moved > 0 ? (0, 
   safe.cv)`positions` : void 0 ].filter(other => other !== void 0);
   return (0, safe.fj)(others);
  }
  function rows_detailsOf({added: added, removed: removed, changed: changed, moved: moved, wiring: wiring, renamed: renamed, settings: settings}, show) {
   const named = (sign, names) => names.map(name => (0, safe.cv)`${sign} ${show(name, LONGEST_NAME)}`);
   const nodes = [ ...named((0, safe.cv)`+`, added), ...named((0, safe.cv)`\u2212`, removed), ...changed.map(({name: name, parts: parts}) => (0, 
   safe.cv)`~ ${show(name, LONGEST_NAME)}: ${show(parts.join(", "), 120)}`) ];
   const shown = nodes.slice(0, MOST_DETAILS);
   return [ ...shown, nodes.length > shown.length ? (0, safe.cv)`and ${nodes.length - shown.length} more nodes` : void 0, wiring ? (0, 
   safe.cv)`~ connections` : void 0, moved > 0 ? (0, safe.cv)`~ positions of ${moved} nodes` : void 0, renamed ? (0, 
   safe.cv)`~ the workflow's name` : void 0, settings.length > 0 ? (0, safe.cv)`~ settings: ${show(settings.join(", "), 120)}` : void 0 ].filter(detail => detail !== void 0);
  }
  // CONCATENATED MODULE: ./build/deploy/report/outputs.js
  function outputsOf({success: success, states: states, tense: tense, plan: plan, base: base, webhookBase: webhookBase}) {
   const workflows = states.map(state => {
    const {planned: planned, now: now} = state;
    const isPlanned = tense === "planned";
    const published = isPlanned ? planned.published : now?.published !== void 0;
    const id = now?.id ?? "";
    const webhooks = isPlanned ? knownWebhooks(planned.contentWith([]).nodes, id) : webhooksOf(now?.published?.nodes ?? [], id);
    return {
     file: planned.file.file,
     name: planned.file.name,
     id: id,
     change: rows_changeOf(state, tense),
     published: published,
     "version-id": now?.published?.versionId ?? now?.versionId ?? "",
     "previous-version-id": planned.stored?.published?.versionId ?? "",
     url: id === "" ? "" : `${base}/workflow/${encodeURIComponent(id)}`,
     webhooks: (published ? webhooks : []).flatMap(({node: node, methods: methods, urlAt: urlAt}) => methods.map(method => ({
      node: node,
      method: method,
      url: urlAt(webhookBase)
     })))
    };
   });
   return {
    success: String(success),
    changed: String(tense === "done" ? states.some(isTouched) : states.some(({planned: planned}) => isChange(planned))),
    workflows: JSON.stringify(workflows),
    plan: plan
   };
  }
  // CONCATENATED MODULE: ./build/deploy/report/report.js
  function reportWrongInputs(lines, host) {
   const shown = lines.map(line => (0, problem.QN)(line, host.show));
   const title = (0, safe.cv)`The inputs of the n8n deployment are wrong`;
   const plan = reportMarkdown({
    sign: "\u274c",
    title: title,
    lines: shown,
    last: (0, safe.cv)`Nothing was sent.`
   }, []);
   setOutputs(outputsOf({
    ...UNPLANNED,
    plan: plan
   }), host);
   if ((0, reading.ui)(host)) host.writeSummary(plan);
   logError(shown, (0, safe.cv)`Nothing was sent.`, title, host);
   return 1;
  }
  function reportUnconfigured(lines, response, host) {
   setOutputs(outputsOf({
    ...UNPLANNED,
    plan: ""
   }), host);
   const shown = lines.map(line => (0, problem.QN)(line, host.show));
   const message = (0, safe.fj)([ ...shown, (0, safe.cv)`Nothing was deployed: the step is not configured here, which if-unconfigured allows.` ], "\n");
   if (response === "warn") host.log.warning(message, (0, safe.cv)`The n8n deployment is not configured`); else host.log.info(message);
   return 0;
  }
  const UNPLANNED = {
   success: false,
   states: [],
   tense: "planned",
   base: "",
   webhookBase: ""
  };
  function setOutputs(outputs, host) {
   for (const [name, value] of Object.entries(outputs)) host.setOutput(name, value);
  }
  function showPlan(plan, reporting) {
   const rows = report_rowsOf(plan.workflows.map(stateOf), "planned", reporting);
   for (const line of logLines(rows)) reporting.host.log.info(line);
  }
  function reportDryRun(plan, lines, reporting) {
   const {host: host} = reporting;
   const states = plan.workflows.map(stateOf);
   const rows = report_rowsOf(states, "planned", reporting);
   const title = (0, safe.cv)`Plan for ${hostOf(reporting)}: ${report_countsOf(rows)}`;
   conclude({
    success: true,
    states: states,
    tense: "planned",
    rows: rows,
    heading: {
     sign: "\ud83d\udccb",
     title: title,
     lines: lines
    }
   }, reporting);
   for (const line of lines) host.log.info(line);
   host.log.info((0, safe.cv)`This was a dry run: nothing was written.`);
   return 0;
  }
  function reportWrong(lines, title, plan, reporting) {
   const {host: host} = reporting;
   const states = (plan?.workflows ?? []).map(stateOf);
   const rows = report_rowsOf(states, "planned", reporting);
   conclude({
    success: false,
    states: [],
    tense: "planned",
    rows: rows,
    heading: {
     sign: "\u274c",
     title: title,
     lines: lines
    }
   }, reporting);
   logError(lines, (0, safe.cv)`Nothing was written.`, title, host);
   return 1;
  }
  function logError(reasons, last, title, {log: log}) {
   const {shown: shown, rest: rest} = fitting(reasons);
   for (const line of rest) log.info(line);
   log.error((0, safe.fj)([ ...shown, last ], "\n"), title);
  }
  function reportApplied({states: states, interruption: interruption, unverified: unverified}, reporting) {
   const {host: host, began: began} = reporting;
   const rows = report_rowsOf(states, "done", reporting);
   if (interruption) {
    const title = host.cancelled.aborted ? (0, safe.cv)`The deployment to n8n was cancelled` : (0, 
    safe.cv)`The deployment to n8n failed`;
    const lines = [ reasonOf(interruption, host), ...stateLines(states, host) ];
    const last = whatToDo(states);
    conclude({
     success: false,
     states: states,
     tense: "done",
     rows: rows,
     heading: {
      sign: "\u274c",
      title: title,
      lines: lines,
      last: last
     }
    }, reporting);
    logError(lines, last, title, host);
    return 1;
   }
   const title = (0, safe.cv)`Deployed to ${hostOf(reporting)}: ${report_countsOf(rows)}`;
   conclude({
    success: true,
    states: states,
    tense: "done",
    rows: rows,
    heading: {
     sign: "\u2705",
     title: title,
     lines: unverified
    }
   }, reporting);
   for (const line of unverified) host.log.warning(line, (0, safe.cv)`Not everything could be verified`);
   host.log.info((0, safe.cv)`${report_countsOf(rows)} in ${(0, format.a3)(host.clock.monotonic() - began)}`);
   return 0;
  }
  function conclude({heading: heading, rows: rows, ...ending}, {host: host, inputs: inputs}) {
   const plan = reportMarkdown(heading, rows);
   const {webhookBase: webhookBase, instance: instance} = inputs;
   setOutputs(outputsOf({
    ...ending,
    plan: plan,
    webhookBase: webhookBase,
    base: instance.base
   }), host);
   if (inputs.summary) host.writeSummary(plan);
  }
  function report_rowsOf(states, tense, {host: host, inputs: inputs}) {
   return states.map(state => rowOf(state, tense, inputs.instance.base, host.show));
  }
  function hostOf({host: host, inputs: inputs}) {
   return host.show(new URL(inputs.instance.base).host);
  }
  function report_countsOf(rows) {
   const changes = [ "created", "updated", "unchanged", "failed", "put back" ];
   const counted = changes.flatMap(change => {
    const count = rows.filter(row => row.change === change).length;
    return count > 0 ? [ (0, safe.cv)`${count} ${(0, safe.Vm)(change)}` ] : [];
   });
   return counted.length > 0 ? (0, safe.fj)(counted, ", ") : (0, safe.cv)`no workflows`;
  }
  function reasonOf({at: at, doing: doing, failure: failure}, host) {
   const reason = sentenceOf(failure);
   if (!at) return (0, safe.cv)`Could not ${doing}. ${reason}`;
   const {name: name, file: file} = at.planned.file;
   return (0, safe.cv)`"${host.show(name, LONGEST_NAME)}" (${host.show(file, 120)}): could not ${doing}. ${reason}`;
  }
  function stateLines(states, host) {
   return states.flatMap(state => {
    const {planned: planned, now: now, putBack: putBack, remark: remark, mayBeLive: mayBeLive} = state;
    const touched = isTouched(state);
    if (!touched && planned.write === "none" && !planned.publish) return [];
    const name = (0, safe.cv)`"${host.show(planned.file.name, LONGEST_NAME)}"`;
    const live = now?.published ? (0, safe.cv)`published` : (0, safe.cv)`not published`;
    if (!touched && planned.write === "create" && !now) return [ sentence((0, safe.cv)`${name}: ${remark ?? (0, 
    safe.cv)`not created`}`) ];
    if (!touched) return [ (0, safe.cv)`${name}: not touched.` ];
    if (putBack) return [ (0, safe.cv)`${name}: put back as it was before.` ];
    const known = sentence((0, safe.cv)`${name}: ${remark ?? live}`);
    return [ remark !== void 0 && mayBeLive ? (0, safe.cv)`${known} This run's version may be live.` : known ];
   });
  }
  const sentence = text => text.endsWith(".") ? text : (0, safe.cv)`${text}.`;
  function whatToDo(states) {
   const isWhole = states.every(({remark: remark, planned: planned, mayBeLive: mayBeLive}) => planned.write === "create" ? !mayBeLive : remark === void 0);
   return isWhole ? (0, safe.cv)`What runs in n8n has not changed. Fix the cause and run the step again.` : (0, 
   safe.cv)`In n8n, look at the workflows that could not be put back. Then fix the cause and run the step again.`;
  }
  // CONCATENATED MODULE: ./build/deploy/main.js
  async function main(host) {
   const {env: env, show: show} = host;
   const began = host.clock.monotonic();
   const {inputs: read, secrets: secrets, unconfigured: unconfigured} = await readDeployInputs(host.input);
   for (const secret of [ ...secrets, ...(0, inputs_secrets.NT)(env) ]) host.mask(secret);
   if (!read.ok) {
    const lines = read.error.map(({line: line}) => line);
    return unconfigured ? reportUnconfigured(lines, unconfigured, host) : reportWrongInputs(lines, host);
   }
   const inputs = read.value;
   const reporting = {
    host: host,
    inputs: inputs,
    began: began
   };
   const files = await readWorkflows(inputs.workflows, env["GITHUB_WORKSPACE"] ?? ".", show, host.cancelled);
   const unsound = [ ...files.wrong, ...checkFiles(files.workflows, show) ];
   const notes = [ ...files.notes, ...unusedMappings(files.workflows, inputs.credentials, show) ];
   for (const note of notes) host.log.warning(note);
   const {api: api, connections: connections} = connect(inputs, host);
   const known = await survey(api, files.workflows);
   if (!known.ok) return reportWrong([ ...unsound, ...known.error ], UNREADY, void 0, reporting);
   const plan = await planOf(files.workflows, known.value, inputs, api, host);
   const wrong = [ ...unsound, ...plan.wrong ];
   if (wrong.length > 0) return reportWrong(wrong, WRONG, void 0, reporting);
   const {ability: ability, stored: stored} = known.value;
   const lacking = missingRights(plan, ability);
   const limits = limitsOf(plan, ability);
   const drifts = plan.workflows.flatMap(({drift: drift, file: file}) => drift ? [ (0, 
   safe.cv)`"${show(file.name, 60)}": ${drift}.` ] : []);
   showPlan(plan, reporting);
   if (inputs.dryRun) return reportDryRun(plan, [ ...limits, ...lacking ], reporting);
   const forNone = inputs.publish === "none" ? wrongForNone(plan, ability) : [];
   const stops = [ ...lacking, ...forNone, ...inputs.onDrift === "fail" ? drifts : [] ];
   if (stops.length > 0) return reportWrong(stops, drifts.length > 0 ? DRIFT : UNREADY, plan, reporting);
   for (const line of drifts) host.log.warning(line, DRIFT);
   for (const line of limits) host.log.info(line);
   warnOfForeignDrafts(plan, host);
   const applied = await apply(plan, {
    api: api,
    ability: ability,
    host: host,
    label: labelFor(inputs.versionName, env),
    known: new Set(stored.map(({id: id}) => id)),
    verification: {
     webhookBase: inputs.webhookBase,
     publishTimeoutMs: inputs.publishTimeoutMs,
     connections: connections
    }
   });
   return reportApplied(applied, reporting);
  }
  function connect({instance: instance, tls: tls, retries: retries, timeoutMs: timeoutMs}, host) {
   const [kept, fresh] = [ (0, connections.ed)(tls), (0, connections.S0)(tls) ];
   const settings = {
    host: host,
    retries: retries,
    timeoutMs: timeoutMs,
    kept: kept,
    fresh: fresh
   };
   return {
    api: deployApi((0, client.u)(instance, settings)),
    connections: fresh
   };
  }
  const WRONG = (0, safe.cv)`The workflows cannot be deployed to n8n`;
  const UNREADY = (0, safe.cv)`n8n is not ready for the deployment`;
  const DRIFT = (0, safe.cv)`Workflows were changed in n8n: drift`;
  async function planOf(files, {ability: ability, stored: stored, known: known}, {credentials: credentials, publish: publish, onDrift: onDrift}, api, host) {
   const {show: show, env: env} = host;
   const resolved = files.map(file => withCredentials(file, known, credentials, show));
   const wrong = resolved.flatMap(result => result.ok ? [] : result.error);
   const sound = resolved.map((result, index) => result.ok ? result.value : files[index]).filter(file => file !== void 0);
   const isOurs = isDeployedFrom(repositoryUrl(env));
   const matched = matchAll(sound, stored, isOurs, show);
   if (!matched.ok) return {
    workflows: [],
    order: [],
    wrong: [ ...wrong, ...matched.error ]
   };
   const matches = await withDescriptions(api, matched.value);
   if (!matches.ok) return {
    workflows: [],
    order: [],
    wrong: [ ...wrong, matches.error ]
   };
   const plan = planFor({
    matches: matches.value,
    stored: stored,
    ability: ability,
    publish: publish,
    onDrift: onDrift,
    isOurs: isOurs,
    rolledBack: await rolledBack(api, matches.value, isOurs),
    show: show
   });
   return {
    ...plan,
    wrong: [ ...wrong, ...plan.wrong ]
   };
  }
  function warnOfForeignDrafts({workflows: workflows}, host) {
   for (const planned of workflows) {
    if (isChange(planned) || !planned.hasForeignDraft) continue;
    host.log.warning((0, safe.cv)`"${host.show(planned.file.name, 60)}": somebody saved changes in n8n that are not published. They are kept.`);
   }
  }
  // CONCATENATED MODULE: ./build/deploy/index.js
  void (0, step.I)(main, runner.B, {
   title: (0, safe.cv)`The n8n deployment ended unexpectedly`,
   hint: (0, safe.cv)`Workflows may have been changed: run the step with dry-run: true to see their state. If the disk is not full, please report this.`
  });
 }),
 682: ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
  __webpack_require__.r(__webpack_exports__);
  __webpack_require__.d(__webpack_exports__, {
   parseHeaders: () => parseHeaders
  });
  var _text_problem_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9093);
  var _text_result_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5717);
  var _secrets_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8569);
  var _values_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3368);
  const TOKEN = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;
  const RESERVED = {
   "content-length": "is computed from the body",
   "transfer-encoding": "is set by the HTTP client",
   connection: "is set by the HTTP client",
   "keep-alive": "is set by the HTTP client",
   upgrade: "is not supported",
   expect: "is not supported",
   te: "is not supported",
   trailer: "is not supported",
   "content-type": "has its own input: content-type",
   traceparent: "is how the step finds the execution; to continue a trace, set TRACEPARENT in env"
  };
  const RESERVED_BY_API = {
   ...RESERVED,
   "content-type": "is set by the action",
   host: "is set from n8n's address",
   "x-n8n-api-key": "carries secret-key"
  };
  async function parseHeaders(name, text) {
   const seen = new Set;
   const headers = (await readPairs(name, text)).map(pair => pair.ok ? checkHeader(name, pair.value, seen) : pair);
   const problems = (0, _text_problem_js__WEBPACK_IMPORTED_MODULE_2__.GW)(headers);
   return problems.length > 0 ? (0, _text_result_js__WEBPACK_IMPORTED_MODULE_3__.g)(problems) : (0, 
   _text_result_js__WEBPACK_IMPORTED_MODULE_3__.ok)(headers.flatMap(header => header.ok ? [ header.value ] : []));
  }
  function checkHeader(name, [header, untrimmed], seen) {
   const value = untrimmed.replace(/^[ \t]+|[ \t]+$/g, "");
   const isForApi = name === "api-headers";
   const reserved = isForApi ? RESERVED_BY_API : RESERVED;
   const lower = header.toLowerCase();
   const isRepeated = seen.has(lower);
   seen.add(lower);
   if (!TOKEN.test(header)) return (0, _text_problem_js__WEBPACK_IMPORTED_MODULE_2__.Qm)(`${name}: "${printable(header)}" is not a header name.`);
   if (Object.hasOwn(reserved, lower)) return (0, _text_problem_js__WEBPACK_IMPORTED_MODULE_2__.Qm)(`${name}: ${header} ${reserved[lower]}.`);
   if (isRepeated) return (0, _text_problem_js__WEBPACK_IMPORTED_MODULE_2__.Qm)(`${name}: ${header} is given twice.`);
   if (/[\r\n]/.test(value)) return (0, _text_problem_js__WEBPACK_IMPORTED_MODULE_2__.Qm)(`${name}: the value of ${header} has a line break in it.`);
   if (/[^\t\x20-\x7e\x80-\xff]/.test(value)) return (0, _text_problem_js__WEBPACK_IMPORTED_MODULE_2__.Qm)(`${name}: the value of ${header} has a character that a header cannot carry.`);
   if (isForApi && lower === "user-agent" && /bot/i.test(value)) return (0, _text_problem_js__WEBPACK_IMPORTED_MODULE_2__.Qm)(`${name}: ${header} contains "bot", and n8n's API ignores crawlers.`);
   if (value === "") return (0, _text_problem_js__WEBPACK_IMPORTED_MODULE_2__.wC)(`${name}: the value of ${header} is empty. ${_values_js__WEBPACK_IMPORTED_MODULE_1__.Ag} If it may be empty, write a word instead: \${{ \u2026 || 'none' }}.`);
   if ((0, _secrets_js__WEBPACK_IMPORTED_MODULE_0__._o)(header) && _secrets_js__WEBPACK_IMPORTED_MODULE_0__.My.test(value)) return (0, 
   _text_problem_js__WEBPACK_IMPORTED_MODULE_2__.wC)(`${name}: the value of ${header} is empty after its scheme. ${_values_js__WEBPACK_IMPORTED_MODULE_1__.Ag}`);
   return (0, _text_result_js__WEBPACK_IMPORTED_MODULE_3__.ok)([ header, value ]);
  }
  async function readPairs(name, text) {
   const isFlow = text.startsWith("{");
   const lines = isFlow ? [ (0, _text_problem_js__WEBPACK_IMPORTED_MODULE_2__.Qm)(`${name}: begins with "{" but is neither a JSON nor a YAML map.`) ] : await readLines(name, text);
   return lines.every(line => line.ok) ? lines : await readMap(name, text) ?? lines;
  }
  async function readLines(name, text) {
   const pairs = [];
   const lines = text.split(/\r?\n/);
   for (const [index, line] of lines.entries()) {
    if (/^\s*(?:#|$)/.test(line)) continue;
    const match = /^([^\s:"'][^\s:]*):(?:[ \t]+(.*?)[ \t]*|(\S.*?)?[ \t]*)$/s.exec(line);
    const value = match?.[2] ?? match?.[3] ?? "";
    pairs.push(match?.[1] === void 0 || BEGINS_BLOCK.test(value) && /^[ \t]+\S/.test(lines[index + 1] ?? "") ? (0, 
    _text_problem_js__WEBPACK_IMPORTED_MODULE_2__.Qm)(`${name}: line ${index + 1} is not of the form "Name: value".`) : (0, 
    _text_result_js__WEBPACK_IMPORTED_MODULE_3__.ok)([ match[1], await unquote(value) ]));
   }
   return pairs;
  }
  const BEGINS_BLOCK = /^[|>][-+\d]*$/;
  async function readMap(name, text) {
   const {isMap: isMap, isScalar: isScalar, Parser: Parser, parseDocument: parseDocument} = await __webpack_require__.e(991).then(__webpack_require__.bind(__webpack_require__, 6991));
   const {findChanges: findChanges} = await __webpack_require__.e(153).then(__webpack_require__.bind(__webpack_require__, 7153));
   const document = parseDocument(text, {
    schema: "core",
    uniqueKeys: false,
    logLevel: "error"
   });
   if (document.errors.length > 0 || !isMap(document.contents)) return;
   if ((await findChanges(text, (new Parser).parse(text), document, true)).length > 0) return;
   const pairs = [];
   for (const {key: key, value: value} of document.contents.items) {
    const header = isScalar(key) ? textOf(key) : "";
    if (value === null) pairs.push((0, _text_result_js__WEBPACK_IMPORTED_MODULE_3__.ok)([ header, "" ])); else if (isScalar(value)) pairs.push((0, 
    _text_result_js__WEBPACK_IMPORTED_MODULE_3__.ok)([ header, textOf(value) ])); else pairs.push((0, 
    _text_problem_js__WEBPACK_IMPORTED_MODULE_2__.Qm)(`${name}: the value of "${printable(header)}" is not text.`));
   }
   return pairs;
  }
  function textOf({value: value, source: source = ""}) {
   return value === null ? "" : source;
  }
  async function unquote(value) {
   if (!/^(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')$/.test(value)) return value;
   const {parseDocument: parseDocument} = await __webpack_require__.e(991).then(__webpack_require__.bind(__webpack_require__, 6991));
   const document = parseDocument(value, {
    logLevel: "error"
   });
   const plain = document.errors.length === 0 ? document.toJS() : void 0;
   return typeof plain === "string" ? plain : value;
  }
  function printable(text) {
   return text.length > 40 ? "\u2026" : text.replace(/[^\x20-\x7e]/g, "?");
  }
 }),
 2164: ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
  __webpack_require__.d(__webpack_exports__, {
   E: () => findPaths
  });
  var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
  var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
  var _text_error_code_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3924);
  var _text_result_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5717);
  async function findPaths(pattern, workspace, signal) {
   const asWritten = await kindOf((0, node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(workspace, pattern));
   if (asWritten === "folder") return (0, _text_result_js__WEBPACK_IMPORTED_MODULE_3__.g)("folder");
   if (asWritten === "other") return (0, _text_result_js__WEBPACK_IMPORTED_MODULE_3__.ok)([ pattern ]);
   if (!/[*?[\]{}]/.test(pattern)) return (0, _text_result_js__WEBPACK_IMPORTED_MODULE_3__.g)("missing");
   const paths = [];
   const exclude = () => signal?.aborted === true;
   for await (const path of (0, node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.glob)(pattern, {
    cwd: workspace,
    exclude: exclude
   })) if (await kindOf((0, node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(workspace, path)) !== "folder") paths.push(path);
   return paths.length > 0 ? (0, _text_result_js__WEBPACK_IMPORTED_MODULE_3__.ok)(paths.sort()) : (0, 
   _text_result_js__WEBPACK_IMPORTED_MODULE_3__.g)("no match");
  }
  async function kindOf(path) {
   try {
    return (await (0, node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(path)).isDirectory() ? "folder" : "other";
   } catch (error) {
    const isThere = (0, _text_error_code_js__WEBPACK_IMPORTED_MODULE_2__.C)(error) !== "ENOENT" || await (0, 
    node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.lstat)(path).catch(() => {});
    return isThere ? "other" : "missing";
   }
  }
 }),
 754: ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
  __webpack_require__.d(__webpack_exports__, {
   P: () => pemBlocks,
   Q: () => parsePrivateKey
  });
  var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
  var _text_problem_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9093);
  var _text_result_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5717);
  function pemBlocks(text) {
   return [ ...text.matchAll(/-----BEGIN ([A-Z0-9 ]+)-----([^-]+)-----END \1-----/g) ].map(([, label = "", data = ""]) => {
    const lines = data.replace(/\\[nr]|\s/g, "").match(/.{1,64}/g) ?? [];
    return {
     label: label,
     text: [ `-----BEGIN ${label}-----`, ...lines, `-----END ${label}-----`, "" ].join("\n")
    };
   });
  }
  function parsePrivateKey(name, text) {
   if (/BEGIN ENCRYPTED PRIVATE KEY|Proc-Type: *4, *ENCRYPTED/.test(text)) return (0, 
   _text_problem_js__WEBPACK_IMPORTED_MODULE_1__.Qm)(`${name}: is encrypted. Remove its passphrase first: openssl pkey -in FILE.`);
   try {
    const block = pemBlocks(text).find(({label: label}) => label.endsWith("PRIVATE KEY"));
    if (block) return (0, _text_result_js__WEBPACK_IMPORTED_MODULE_2__.ok)((0, node_crypto__WEBPACK_IMPORTED_MODULE_0__.createPrivateKey)(block.text));
   } catch {}
   return (0, _text_problem_js__WEBPACK_IMPORTED_MODULE_1__.Qm)(`${name}: is not a PEM private key. Give it whole, with its BEGIN and END lines.`);
  }
 }),
 5293: ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
  __webpack_require__.r(__webpack_exports__);
  __webpack_require__.d(__webpack_exports__, {
   parseTls: () => parseTls
  });
  var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
  var _text_problem_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9093);
  var _text_result_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5717);
  var _pem_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(754);
  var _values_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3368);
  function parseTls(text) {
   const [certText, keyText] = [ text("client-cert"), text("client-key") ];
   const read = (0, _text_problem_js__WEBPACK_IMPORTED_MODULE_3__.kg)({
    ca: parseCertificates("ca-cert", text("ca-cert")),
    cert: certText === "" && keyText !== "" ? missing("client-cert", "client-key") : parseCertificates("client-cert", certText),
    key: keyText === "" && certText !== "" ? missing("client-key", "client-cert") : parseKey(keyText)
   });
   if (!read.ok) return read;
   const {ca: ca, cert: cert, key: key} = read.value;
   if (cert !== void 0 && key && !new node_crypto__WEBPACK_IMPORTED_MODULE_0__.X509Certificate(cert).checkPrivateKey(key)) return (0, 
   _text_problem_js__WEBPACK_IMPORTED_MODULE_3__.Qm)("client-key: does not belong to client-cert. Give the key of the first certificate in client-cert.");
   if (ca === void 0 && cert === void 0) return (0, _text_result_js__WEBPACK_IMPORTED_MODULE_4__.ok)(void 0);
   return (0, _text_result_js__WEBPACK_IMPORTED_MODULE_4__.ok)({
    ca: ca,
    cert: cert,
    key: key?.export({
     type: "pkcs8",
     format: "pem"
    }).toString()
   });
  }
  function missing(name, given) {
   return (0, _text_problem_js__WEBPACK_IMPORTED_MODULE_3__.wC)(`${name}: is required with ${given}. ${_values_js__WEBPACK_IMPORTED_MODULE_2__.Ag}`);
  }
  function parseCertificates(name, text) {
   if (text === "") return (0, _text_result_js__WEBPACK_IMPORTED_MODULE_4__.ok)(void 0);
   if (/PRIVATE KEY-----/.test(text)) return (0, _text_problem_js__WEBPACK_IMPORTED_MODULE_3__.Qm)(`${name}: contains a private key. Give only certificates.`);
   const blocks = (0, _pem_js__WEBPACK_IMPORTED_MODULE_1__.P)(text);
   if (blocks.length === 0 || !blocks.every(isCertificate)) return (0, _text_problem_js__WEBPACK_IMPORTED_MODULE_3__.Qm)(`${name}: is not a PEM certificate. Give it whole, with its BEGIN and END lines.`);
   return (0, _text_result_js__WEBPACK_IMPORTED_MODULE_4__.ok)(blocks.map(block => block.text).join(""));
  }
  function isCertificate({label: label, text: text}) {
   try {
    return label === "CERTIFICATE" && new node_crypto__WEBPACK_IMPORTED_MODULE_0__.X509Certificate(text).fingerprint256 !== "";
   } catch {
    return false;
   }
  }
  function parseKey(text) {
   return text === "" ? (0, _text_result_js__WEBPACK_IMPORTED_MODULE_4__.ok)(void 0) : (0, 
   _pem_js__WEBPACK_IMPORTED_MODULE_1__.Q)("client-key", text);
  }
 })
};