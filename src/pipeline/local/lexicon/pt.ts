import type { Lexicon } from "./concepts.ts";

export const pt: Lexicon = {
  price:
    "preço*, tarifa*, custo*, custa, quanto custa, quanto fica, quanto sai, valor, valores, tabela de preços, caro, barato, por pessoa, por mês, por unidade, mensalidade",
  quote: "orçamento*, cotação*, proposta*, oferta",
  demo: "demo*, demonstração*, apresentação*, mostrar, ver como funciona",
  trial: "teste, testar, experimentar, amostra*, período de teste, gratuito, aula experimental, piloto",
  buy: "comprar, compra, adquirir, contratar, encomendar, alugar, aluguer, aluguel, inscrever*, inscrição, matrícula, reservar, assinar, aderir, fazer um pedido, fechar",
  interest:
    "interessad*, interesse, procuro, procuramos, procurando, estamos à procura, informações, gostaria, gostaríamos, queria saber, saber mais, recomend*, indicação, indicaram, pensando em, projeto, pretendo, pretendemos",
  need: "preciso, precisamos, precisava, necessit*, requisitos, atualmente, neste momento, no momento, somos uma, substituir",
  compare: "compar*, concorren*, alternativa*, outro fornecedor, outros fornecedores, fornecedor atual, diferença*",
  bulk: "atacado, atacadista, grossista, revend*, distribuidor*, quantidade*, unidades, peças, funcionários, colaboradores, lojas, filiais, unidades, pessoas, licenças, convidados, caixas, paletes",
  discount: "desconto*, cupom, promoção, preço especial, condições especiais, abatimento",
  budget: "orçamento de, no máximo, máximo, até, verba",
  available:
    "disponib*, disponív*, em estoque, em stock, esgotad*, prazo de entrega, vagas, ainda está livre, ainda está disponível",
  doyou:
    "oferecem, têm, tem, fazem, vendem, enviam, entregam, vocês fazem, vocês têm, vocês entregam, aceitam, trabalham com, é possível, seria possível, atendem, fornecem, dá para, inclui",
  visit:
    "visita*, vir ver, agendar, marcar, reunião, ligar, ligação, telefonema, chamada, conversar, consultoria, passar aí, avaliação",
  tender: "licitação*, concurso público, edital, caderno de encargos, pregão",
  event:
    "casamento*, aniversário*, festa*, evento*, grupo, excursão, turma, congresso, batizado, confraternização, formatura",
  booking: "reserva*, quarto*, mesa, noites, estadia, ingresso*, bilhete*, curso*, aula*, voo, diária*",
  order: "pedido*, encomenda*, número do pedido, comprei, carrinho, compra",
  delivery:
    "entreg*, envio*, enviad*, pacote*, transportadora*, rastre*, chegou, chegar, correios, alfândega, remessa, estafeta, motoboy, em trânsito",
  broken:
    "quebrad*, partid*, partiu, danificad*, defeit*, avariad*, avaria*, rachad*, rasgad*, vazamento, vazando, fuga, estragad*, riscad*, manchad*, soltou, amassad*, mofo, bolor, ferrugem, barulho, trincad*",
  fails:
    "não funciona, não funcionam, não consigo, não conseguimos, não abre, não carrega, não liga, erro*, falha*, problema*, travad*, trava, bloquead*, não aparece, não aparecem, sumiu, sumiram, desapareceu, impossível, fora do ar, não chega, parou de, deu erro, não dá, desde a atualização, avaria, não chegam, deixou de, já não funciona",
  login:
    "senha, palavra-passe, acesso, acessar, aceder, entrar, login, utilizador, usuário, código de verificação, redefinir, bloquead*",
  howto:
    "como posso, como podemos, como faço, como se, onde posso, onde está, onde encontro, tenho que, temos que, tenho de, preciso de fazer, posso, podemos, pode-se, é normal, o que significa, há forma, tem como, devo, como funciona",
  return: "devol*, devolução*, devolver, troca*, trocar, tamanho, arrependimento, reenviar, grande demais, pequeno",
  warranty: "garantia*, peça de reposição, substituição, reposição, peça",
  missing:
    "falta, faltam, faltou, não chegou, ainda não chegou, não recebi, não recebemos, nunca chegou, extravi*, perdid*, incomplet*, até agora nada, onde está, não veio, ainda não recebi",
  wrong: "errad*, incorret*, engano, em vez de, no lugar de, não corresponde, trocad*, por engano, diferente do",
  change:
    "alterar, alteração*, mudar, mudança, trocar, atualizar, adiar, remarcar, reagendar, antecipar, adicionar, remover, transferir, prolongar, suspender",
  cancel: "cancel*, anular, rescindir, desmarcar, rescisão, desistir",
  account:
    "minha conta, nossa conta, conta, perfil, número de cliente, sócio, portal, utilizador, usuário, apólice, aplicativo, app, contrato número, cadastro",
  appointment: "consulta*, marcação*, agendamento*, horário, minha reserva, nossa reserva, sessão",
  repair:
    "repar*, consert*, técnico*, instalador*, manutenção, assistência, arranjar, montagem, instalação, revisão, visita técnica",
  waiting:
    "espero, esperando, à espera, aguard*, sem resposta, ninguém, há semanas, há dias, faz dias, de novo, novamente, terceira vez, segunda vez, ainda não, não respondem, não me responderam, prometeram, disseram, nenhuma resposta, notícias, novidades, retorno",
  status:
    "estado do, status, onde está meu, quando chega, quando, previsão, quanto tempo, andamento, receberam, já foi enviado, prazo",
  setup:
    "configur*, definições, ligar, conectar, sincroniz*, exportar, importar, integr*, api, permiss*, ativar, desativar, baixar, descarregar, carregar, modelo, domínio, instalar, migra*",
  technical:
    "tela, ecrã, botão, navegador, versão, atualização, servidor, aparelho, bateria, carregador, cabo, wifi, roteador, motor, bomba, válvula, caldeira, aquecimento, impressora, filtro, sensor, captura, número de série, código de erro, zíper, parafuso",
  outage:
    "fora do ar, em baixo, ninguém consegue, sem luz, sem água, sem internet, sem sinal, tudo parado, parad*, desde hoje de manhã, todas as lojas, indisponível, caiu",
  owns: "comprei, compramos, comprámos, encomendei, pedi, fiz um pedido, usamos, utilizamos, uso, cliente desde, sou cliente, somos clientes, minha assinatura, nossa assinatura, nosso contrato, meu contrato, recebi, recebemos, reservei, reservámos, reservamos, paguei, pagámos, pagamos, vosso técnico, seu técnico, meu novo, minha nova, sou alun*",
  invoice:
    "fatura*, factura*, faturad*, nota fiscal, nf, boleto*, recibo, nota de crédito, número da fatura, 2ª via, segunda via",
  charge: "cobrad*, cobrança*, cobraram, débito*, debitad*, debitaram, descontad*, extrato, lançamento",
  refund:
    "reembols*, estorno*, estornar, devolução do dinheiro, devolver o dinheiro, dinheiro de volta, ressarc*, caução, indeniz*, indemniz*",
  pay: "pagamento*, pagar, pago, paguei, pagamos, transferência*, pix, valor, saldo, parcela*, prestação, sinal, quitar, liquid*, prazo de pagamento, mb way",
  double: "duas vezes, dobro, duplicad*, em duplicado, em duplicidade, dois pagamentos, duas cobranças, 2x",
  overdue: "vencid*, em atraso, em aberto, atrasad*, lembrete, dívida, vencimento, por liquidar, pendente",
  tax: "iva, imposto*, nif, cnpj, cpf, nota fiscal, fiscal, inscrição estadual, retenção, isen*, recibo verde, finanças, receita",
  bank: "iban, nib, dados bancários, conta bancária, banco, agência, transferência bancária, sepa",
  card: "cartão*, cartão de crédito, cartão expirado, novo cartão, paypal, validade",
  po: "ordem de compra, número de encomenda na fatura, centro de custo, dados de faturação, dados de faturamento, fornecedores, contas a pagar, razão social, empenho",
  receipt:
    "recibo*, comprovativo*, comprovante*, extrato, segunda via, contabil*, contador*, contabilista, fecho, prestação de contas, despesas",
  subscription:
    "assinatura*, subscrição*, renov*, mensal*, anual*, plano, mensalidade, fidelização, fidelidade, adesão, quota, upgrade",
  correct:
    "corrig*, correção, retific*, emitir novamente, reemit*, esclarec*, explicar, contest*, combinado, acordado, não bate, a mais, ajust*, revis*",
  pitch:
    "ajudamos, ajudo empresas, aumentar, aumente, impulsionar, seus concorrentes, seu setor, empresas como a sua, empresas como, sem compromisso, análise gratuita, grátis, garantid*, nossa solução, nossa plataforma, economiz*, poupar, mais clientes, mais vendas, seu site, otimizar, resultados",
  marketing:
    "seo, google, primeira página, backlink*, artigo patrocinado, redes sociais, instagram, publicidade, campanha*, leads, agência, website, site novo, banco de dados, diretório, influenci*, seguidores, marketing, visibilidade, avaliações, anúncio*, tráfego, patrocín*",
  ask_time:
    "15 minutos, 20 minutos, 10 minutos, 30 minutos, uma conversa, conversa rápida, breve chamada, chamada rápida, pessoa certa, pessoa responsável, quem trata, quem cuida, posso enviar, posso mandar, faz sentido, teria disponibilidade, teriam disponibilidade, próxima semana, agenda, aberto a",
  intro:
    "somos uma empresa, empresa líder, líder, fabricante*, especializad*, nossa empresa, nossa agência, nossos serviços, nossos produtos, nosso catálogo, fundador*, diretor comercial, me apresentar, apresento-me, meu nome é, chamo-me, oferecemos, fabricamos, represento, em nome de",
  supply:
    "nossa fatura, segue a fatura, segue fatura, segue a nota, em anexo a fatura, anexamos, aumento de preços, reajuste, nova tabela, guia de remessa, mercadoria*, paletes, carga, recolha, coleta, seu pedido conosco, manutenção programada, senhorio, inquilin*, condomínio, renda, vencimento, nossos dados bancários, férias coletivas, prezado cliente, prezados clientes, caro cliente, caros clientes, estimado cliente, fornecimento, solicitamos o pagamento",
  partner: "parceria*, parceiro*, colabora*, afiliad*, comissão, patrocin*, expositor*, estande, permuta, embaixador*",
  compliment:
    "visitei o seu site, vi o vosso site, vi que vocês, reparei que, notei que, encontrei o, parabéns pelo, parabéns pela, descobri",
  bump: "volto a contactar, retomar, meu e-mail anterior, minha mensagem anterior, conseguiu ver, conseguiu analisar, última tentativa, dando seguimento, reforçar",
  optout: "se não tiver interesse, sem interesse, não receber mais, descadastr*, cancelar inscrição, não é o momento",
  staffing: "candidat*, agência de emprego, recrutamento, headhunter, perfis, talentos, trabalho temporário",
  clients: "nossos clientes, clientes como, caso de sucesso, casos de sucesso, mais de 100, mais de 200, centenas de",
  apply:
    "candidatura*, candidat*, vaga, carta de apresentação, entrevista*, trabalhar convosco, trabalhar com vocês, fazer parte da equipa, fazer parte da equipe, contratando, disponibilidade imediata, processo seletivo",
  cv: "cv, currículo*, curriculum*, portfólio",
  job: "emprego*, vaga*, anúncio, trabalho, part-time, meio período, tempo inteiro, posição, cargo, oferta de emprego, sazonal",
  intern: "estági*, estagiári*, aprendiz*, jovem aprendiz, voluntári*",
  experience:
    "experiência, anos de experiência, trabalhei, licenciatura, formad*, graduad*, curso superior, carta de condução, cnh, idiomas, competências, estud*, motivad*",
  reference:
    "referências profissionais, ex-funcionári*, antigo funcionário, antiga funcionária, carta de recomendação, declaração de trabalho",
  salary: "salário*, ordenado, remuneração, pretensão salarial, vencimento base",
  privacy:
    "rgpd, lgpd, dados pessoais, proteção de dados, direito de acesso, apagamento, apagar os meus dados, excluir meus dados, meus dados, cnpd, anpd, consentimento, titular dos dados",
  lawyer:
    "advogad*, escritório de advocacia, meu cliente, minha cliente, nosso cliente, jurídic*, notário, procuração, em representação",
  court:
    "tribunal, processo, ação judicial, queixa-crime, polícia, juiz, procon, judicial*, intimação, citação, juizado, ministério público, penhora, audiência, boletim de ocorrência",
  copyright:
    "direitos autorais, direitos de autor, marca registada, marca registrada, sem autorização, sem permissão, remoção, remover, minha fotografia, minha foto, propriedade intelectual, plágio, patente",
  contract:
    "contrato*, cláusula*, acordo*, confidencialidade, subcontratante, aditivo, adenda, termos, assinatura do contrato, responsabilidade, minuta, foro",
  damages:
    "danos, prejuízo*, indemnização, indenização, ferid*, ferimento, acidente*, hospital, sinistro, seguro, seguradora, queda, intoxica*, alerg*",
  statute:
    "nos termos, artigo, art, lei, decreto-lei, no prazo de, prazo legal, pela presente, carta registada, notificação, obrigação, código civil, código de defesa do consumidor, sob pena, notific*, vias legais",
  regulator:
    "livro de reclamações, deco, procon, anatel, autoridade*, asae, reclame aqui, câmara municipal, ministério, receita federal, fiscalização, provedor",
  digest: "newsletter*, boletim, esta semana, edição, notícias, nesta edição, tendências, resumo, revista, leitores",
  unsubscribe:
    "cancelar inscrição, cancelar subscrição, anular subscrição, descadastrar, recebe este, ver no navegador, preferências, deixar de receber",
  readmore: "ler mais, saiba mais, leia mais, continue lendo, descubra, ver mais",
  release: "novidade*, nova funcionalidade, novas funcionalidades, já disponível, lançamento, versão, apresentamos",
  webinar: "webinar*, inscreva-se, feira, congresso, orador*, palestra*, vagas limitadas, workshop*, evento gratuito",
  sale: "saldos, promoç*, desconto*, última oportunidade, só hoje, frete grátis, portes grátis, aproveite, compre já, compre agora, black friday, liquidação, últimos dias",
  prize:
    "vencedor*, ganhou, prémio, prêmio, loteria, lotaria, herança, beneficiári*, milhões, falecid*, doação de, sorteio, viúva",
  verify:
    "verifi*, confirme, confirmar os seus, suspens*, caixa de correio, cheia, atividade incomum, atividade suspeita, atualize, atualizar os seus dados, 24 horas, 48 horas, bloquead*, desativad*, expira, identidade, restrit*, recadastramento",
  invest:
    "bitcoin, cripto*, investiment*, investidor*, empréstimo*, crédito, financiamento, rendimento, ganhar dinheiro, renda extra, trading, capital",
  giftcard:
    "cartões-presente, cartões presente, vale-presente, está disponível, estás disponível, está no escritório, uma tarefa, um favor, discrição, em reunião, número de telemóvel, número do celular, transferência urgente, pagamento urgente, pix urgente",
  bankchange:
    "novo iban, novos dados bancários, alteração de iban, mudança de conta, conta anterior, nova conta bancária, mudámos de banco, mudamos de banco, chave pix nova",
  lure: "clique aqui, clique, link abaixo, seguinte link, abrir o anexo, ver documento, documento partilhado, mensagem de voz, taxa alfandegária, taxas aduaneiras, encomenda retida, pagar agora, ação necessária, último aviso, código qr, descarregue, baixe, multa",
  secrecy: "confidencial*, sigilo, sigilos*, segredo, discret*, não ligue",
  adult: "viagra, casino, cassino, encontros, sexo, emagrecer, apostas",
  blackmail: "webcam, hackead*, gravad*, seus contactos, seus contatos, dispositivo, avaliações negativas",
  kindly: "caro amigo, prezado amigo, caro utilizador, deus abençoe, atenção, amado",
  family:
    "mãe, pai, avó, avô, filha, filho, marido, esposa, mulher, crianças, creche, irmã, irmão, jantar, amor, querid*, cão, cachorro, gato, tia, tio",
  office:
    "frigorífico, geladeira, cozinha, leite, café, almoço, bolo, chaves, sala de reunião, sala de reuniões, estacionamento, impressora, toner, esqueceu, a todos, pessoal, olá a todos, colegas, turno, férias, teletrabalho, doente, amigo secreto",
  wrongperson:
    "endereço errado, por engano, por lapso, não é para mim, pessoa errada, reencaminhar, encaminhar, destinatário errado",
  affection: "beijo*, beijinho*, abraço*, bjs, kkk*, rsrs, haha, churrasco, fim de semana, saudades",
  absence:
    "fora do escritório, ausente, ausência, férias, de férias, resposta automática, regresso, volto, retorno dia, licença, já não trabalha, não trabalha mais, em caso de urgência, acesso limitado",
  undelivered:
    "não entregue, falha na entrega, não pôde ser entregue, destinatário desconhecido, caixa cheia, devolvid*",
  press:
    "jornalist*, imprensa, redação, entrevista*, reportagem, artigo, jornal, revista, rádio, declaraç*, porta-voz, matéria, fecho de edição",
  survey:
    "inquérito*, questionário, pesquisa, estatística*, estudo, tese, tcc, universidade, investigação, câmara municipal, prefeitura, ine, ibge, censo, associação comercial, participar",
  autoack:
    "recebemos a sua, recebemos o seu, obrigado por contactar, obrigado por entrar em contato, sua solicitação foi, não responda, gerada automaticamente, mensagem automática, número do protocolo, protocolo, ticket, aceitou, recusou",
  charity: "associação, ong, doaç*, doar, rifa, voluntári*, beneficente, solidári*, paróquia, igreja, escola, bazar",
  student: "estudante*, alun*, trabalho escolar, tcc, tese, professor*, escola, faculdade",
  thanks: "obrigad*, agradeç*, agradec*, grat*, valeu",
  praise:
    "ótim*, perfeit*, excelente*, adorei, adoramos, content*, feliz, satisfeit*, maravilhos*, parabéns, fantástic*, incrível, gentil, simpátic*, lind*, amei",
  anger:
    "inaceitáv*, vergonha, vergonhos*, decepcion*, dececion*, desilud*, indignad*, fart*, cansad*, reclamação*, reclamar, péssim*, absurd*, ridícul*, falta de respeito, desrespeito, descaso, nunca mais, lamentáv*, chatead*, burla, golpe, roubo, infelizmente, horrív*, revoltad*, palhaçada",
  insult:
    "idiota*, ladr*, burlõ*, golpista*, merda, imbecil, imbecis, estúpid*, mentiros*, incompetent*, aldrab*, safad*, canalha*, bandid*",
  urgent:
    "urgente*, urgência, o mais rápido, imediat*, o quanto antes, quanto antes, hoje, já, rápido, agora, com urgência, esta manhã",
  deadline:
    "até sexta, até segunda, até amanhã, até ao dia, até o dia, o mais tardar, amanhã, esta semana, próxima semana, prazo, data limite, sábado, antes do natal, a tempo",
  leave:
    "cancelar minha assinatura, cancelar a minha, cancelar o contrato, rescindir, mudar de fornecedor, mudar de operadora, concorrência, procurar outro, não renovar, não vou renovar, outra empresa, sair, cancelem meu, cancelar meu plano, cancelar o plano, cancelar a assinatura, encerrar o contrato, encerrar minha, vou mudar, vamos mudar, trocar de fornecedor, outro fornecedor, ir para a concorrência, perder um cliente, perderam um cliente, nunca mais, rescisão, aviso prévio",
  security:
    "vulnerab*, hacke*, violação, vazamento de dados, fuga de dados, phishing, suspeit*, fraude*, fraudulent*, segurança, acesso não autorizado, vírus, clonad*",
  injection:
    "ignore as instruções, ignora as instruções, instruções anteriores, assistente de ia, inteligência artificial, modelo de linguagem, prompt do sistema",
  safety:
    "fumaça, fumo, fogo, incêndio, queim*, gás, cheiro a gás, cheiro de gás, choque, faísca*, ferid*, perig*, explo*, superaquec*, hospital, alerg*",
  please: "por favor, pfv, se faz favor, gentileza, favor, solicito, peço",
  sorry: "desculp*, perdão, lamento",
  formal:
    "prezado, prezada, prezados, exmo, exma, exmos, caro senhor, caros senhores, atenciosamente, com os melhores cumprimentos, cumprimentos, att",
  informal: "olá, oi, bom dia, boa tarde, boa noite, tudo bem, e aí, ok, tá, abs",
  question: "que, quando, onde, qual, quais, quem, porque, por que, como, quantos",
  canyou:
    "podem, poderiam, pode, poderia, podes, podias, conseguem, alguém pode, alguém poderia, me podem, podem me, seria possível, consegue, dá pra",
  not: "não, nunca, nenhum, nenhuma, nada, sem, nem",
  i: "eu, mim, sou, estou, tenho",
  we: "nós, nos, somos, estamos, temos, a gente",
  you: "vocês, você, vós, tu, lhe, vos",
  my: "meu, minha, meus, minhas",
  our: "nosso, nossa, nossos, nossas",
  your: "vosso, vossa, vossos, vossas, seu, sua, seus, suas, teu, tua",
};
