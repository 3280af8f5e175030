// Service × operation × status: how often tests saw an answer, what is missing, and what is not documented.
function showContracts() {
    if (model.contracts.length === 0) return;
    const missingOf = contract =>
        contract.operations.flatMap(operation => operation.answers.filter(answer => answer.documented && answer.count === 0)).length;
    const besidesOf = contract => contract.operations.flatMap(operation => operation.answers.filter(answer => !answer.documented)).length;
    section(
        'contracts',
        'Contracts',
        table(
            ['Service', '>Operations', '>Answers', '>Not exercised', '>Undocumented', '>Rules for inputs', '>Not proved'],
            model.contracts.map(contract =>
                h(
                    'tr',
                    null,
                    h('td', null, titleOf(contract.service)),
                    number(contract.operations.length),
                    number(sum(contract.operations, operation => operation.answers.length)),
                    number(missingOf(contract), true),
                    number(besidesOf(contract), true),
                    number(contract.keywords),
                    number(contract.notProved.length, true),
                ),
            ),
        ),
        model.contracts.map(contract =>
            lazy(titleOf(contract.service), () =>
                h(
                    'div',
                    null,
                    table(
                        ['Operation', 'Answers, and how often tests saw them'],
                        contract.operations.map(operation =>
                            h(
                                'tr',
                                null,
                                h('td', null, h('code', null, operation.name)),
                                h('td', null, h('div', { class: 'chips' }, operation.answers.map(chipOf))),
                            ),
                        ),
                    ),
                    contract.notProved.length > 0 && [
                        h('h3', null, 'Rules for inputs that no test proved'),
                        h(
                            'ul',
                            null,
                            contract.notProved.map(rule => h('li', { class: 'mono' }, rule)),
                        ),
                    ],
                ),
            ),
        ),
    );
}

const number = (value, isFault) => h('td', { class: `right${isFault && value > 0 ? ' bad' : ''}` }, `${value}`);

const chipOf = answer => {
    const fault = !answer.documented || answer.count === 0;
    return h(
        'span',
        { class: fault ? 'chip bad' : 'chip' },
        `${answer.status} × ${answer.count}${answer.documented ? '' : ' undocumented'}`,
    );
};
