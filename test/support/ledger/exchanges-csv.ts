// Files in the forms of the other exchanges, of CoinTracking, and in the generic form.

import { BOM, type Example } from './csv-example.ts'

export const OTHER_CSV: Example[] = [
  {
    name: 'Kraken ledgers of today: twins, a reversal, a trade, earn, a conversion',
    rows: [
      'txid,refid,time,type,subtype,aclass,subclass,asset,wallet,amount,fee,balance',
      ',R1,2026-01-01 10:00:00,deposit,,currency,fiat,EUR,spot / main,100,0,',
      'L1,R1,2026-01-01 10:05:00,deposit,,currency,fiat,EUR,spot / main,100,0,100',
      'L2,R2,2026-01-01 11:00:00,trade,tradespot,currency,fiat,EUR,spot / main,-50,0.13,49.87',
      'L3,R2,2026-01-01 11:00:00,trade,tradespot,currency,crypto,BTC,spot / main,0.001,0,0.001',
      'L4,R3,2026-01-02 10:00:00,earn,reward,currency,crypto,ETH,earn / flexible,0.01,0.001,0.009',
      'L5,R4,2026-01-02 11:00:00,earn,allocation,currency,crypto,ETH,earn / flexible,1,0,1',
      'L6,R5,2026-01-03 10:00:00,withdrawal,,currency,crypto,BTC,spot / main,-0.0005,0.0001,0.0004',
      'L7,R6,2026-01-04 10:00:00,withdrawal,,currency,crypto,BTC,spot / main,0.0005,-0.0001,0.001',
      'L8,R7,2026-01-05 10:00:00,transfer,delistingconversion,currency,crypto,MOVE,spot / main,-10,0,0',
      'L9,R7,2026-01-05 10:00:00,transfer,delistingconversion,currency,fiat,USD,spot / main,5,0,5',
      'LA,R8,2026-01-06 10:00:00,trade,tradespot,currency,fiat,USD,spot / main,-5,0,0',
    ],
    format: 'kraken-ledgers',
    zoneFrom: 'form',
    movements: [
      '2026-01-01T10:05:00 deposit 100 EUR',
      '2026-01-01T11:00:00 buy 0.001 BTC for 50 EUR fee 0.13 EUR',
      '2026-01-02T10:00:00 reward 0.009 ETH',
      '2026-01-03T10:00:00 withdrawal 0.0005 BTC fee 0.0001 BTC',
      '2026-01-04T10:00:00 deposit 0.0005 BTC fee -0.0001 BTC',
      '2026-01-05T10:00:00 sell 10 MOVE for 5 USD',
    ],
    skipped: ['2 twin', '7 inside'],
    bad: ['12 IMPORT_UNPAIRED'],
  },
  ...[
    'txid,refid,time,type,subtype,aclass,asset,amount,fee,balance',
    'txid,refid,time,type,aclass,asset,wallet,amount,fee,balance',
    'txid,refid,time,type,aclass,asset,amount,fee,balance',
  ].map((head): Example => {
    const row = (txid: string, asset: string, amount: string, fee: string) => {
      const cells: Record<string, string> = {
        txid,
        refid: 'R',
        time: '2019-01-01 10:00:00',
        type: 'trade',
        asset,
        amount,
        fee,
        balance: '1',
      }
      return head
        .split(',')
        .map((name) => cells[name] ?? '')
        .join(',')
    }
    return {
      name: `Kraken ledgers of before: ${head}`,
      rows: [head, row('L1', 'ZEUR', '-50', '0.13'), row('L2', 'XXBT', '0.01', '0')],
      format: 'kraken-ledgers',
      movements: ['2019-01-01T10:00:00 buy 0.01 BTC for 50 EUR fee 0.13 EUR'],
    }
  }),
  {
    name: 'Kraken trades',
    rows: [
      '"txid","ordertxid","pair","time","type","ordertype","price","cost","fee","vol","margin","misc","ledgers"',
      '"T1","O1","XXBTZEUR","2020-01-02 03:04:05.1234","sell","limit",8000.0,80.0,0.2,0.01,0.0,"","L1,L2"',
      '"T2","O2","ADA/USD","2026-01-02 03:04:05","buy","limit",0.5,5,0.01,10,0.0,"","L1,L2"',
    ],
    format: 'kraken-trades',
    movements: [
      '2020-01-02T03:04:05 sell 0.01 BTC for 80 EUR fee 0.2 EUR',
      '2026-01-02T03:04:05 buy 10 ADA for 5 USD fee 0.01 USD',
    ],
  },
  {
    name: 'Coinbase, newest first below lines of text, money with sign and mark, a conversion in the notes',
    rows: [
      'Transactions',
      'User,Some One,0000',
      '',
      'ID,Timestamp,Transaction Type,Asset,Quantity Transacted,Price Currency,Price at Transaction,Subtotal,Total (inclusive of fees and/or spread),Fees and/or Spread,Notes',
      '5,2024-03-05 10:00:00 UTC,Convert,BTC,-0.00363125,EUR,€60000,€217.87,€220,€2.13,"Converted 0.00363125 BTC to 156.145683 XRP"',
      '4,2024-03-04 10:00:00 UTC,Send,BTC,-0.5,EUR,€60000,-€30000,-€30000,€0,',
      '3,2024-03-03 10:00:00 UTC,Advance Trade Sell,BTC,-0.01,EUR,€60000,€600.00,€597.49,€2.51,',
      '2,2024-03-02 10:00:00 UTC,Staking Income,ETH,0.001,EUR,"€3,000.50",€3,€3,€0,',
      '1,2024-03-01 10:00:00 UTC,Buy,BTC,1,EUR,€59000,"€59,000.00","€59,100.00",€100.00,',
      '0,2024-02-01 10:00:00 UTC,Something,BTC,1,EUR,€59000,€1,€1,€0,',
    ],
    format: 'coinbase-transactions',
    movements: [
      '2024-03-01T10:00:00 buy 1 BTC for 59000 EUR fee 100 EUR',
      '2024-03-02T10:00:00 reward 0.001 ETH at 3000.5 EUR',
      '2024-03-03T10:00:00 sell 0.01 BTC for 600 EUR fee 2.51 EUR',
      '2024-03-04T10:00:00 withdrawal 0.5 BTC',
      '2024-03-05T10:00:00 buy 156.145683 XRP for 0.00363125 BTC',
    ],
    bad: ['10 IMPORT_OPERATION'],
  },
  {
    name: 'Coinbase of before',
    rows: [
      'You can use this transaction report to inform your likely tax obligations.',
      '',
      'Timestamp,Transaction Type,Asset,Quantity Transacted,Spot Price Currency,Spot Price at Transaction,Subtotal,Total (inclusive of fees and/or spread),Fees and/or Spread,Notes',
      '2021-03-01T10:00:00Z,Receive,BTC,0.1,USD,50000,"","","",Received 0.1 BTC',
    ],
    format: 'coinbase-transactions',
    movements: ['2021-03-01T10:00:00 deposit 0.1 BTC'],
  },
  {
    name: 'Coinbase Pro fills',
    rows: [
      'portfolio,trade id,product,side,created at,size,size unit,price,fee,total,price/fee/total unit',
      'default,1,BTC-USD,BUY,2020-01-02T03:04:05.678Z,0.01,BTC,7000,0.35,-70.35,USD',
    ],
    format: 'coinbase-pro-fills',
    movements: ['2020-01-02T03:04:05 buy 0.01 BTC for 70 USD fee 0.35 USD'],
  },
  {
    name: 'Bybit unified account: two rows a trade, dashes, twenty decimals, a transfer',
    rows: [
      'UID: 1,Company Name: ,Country: ',
      'Uid,Currency,Contract,Type,Direction,Quantity,Position,Filled Price,Funding,Fee Paid,Cash Flow,Change,Wallet Balance,Action,Time(UTC)',
      '1,PEAQ,PEAQUSDT,TRADE,BUY,100,--,0.5,--,-0.10000000000000000000,100.00000000000000000000,99.9,99.9,--,2026-06-01 10:00:00',
      '1,USDT,PEAQUSDT,TRADE,BUY,100,--,0.5,--,0,-50,-50,950,--,2026-06-01 10:00:00',
      '1,USDT,--,TRANSFER_IN,--,1000,--,--,--,0,1000,1000,1000,--,2026-05-31 10:00:00',
    ],
    format: 'bybit-unified',
    zoneFrom: 'file',
    movements: ['2026-06-01T10:00:00 buy 100 PEAQ for 50 USDT fee 0.1 PEAQ'],
    skipped: ['5 inside'],
  },
  {
    name: 'Bybit funding account',
    rows: [
      'Uid,Date & Time(UTC),Coin,QTY,Type,Account Balance,Description',
      '1,2026-06-01 10:00:00,PEAQ,5,Airdrop,5,Airdrop',
      '1,2026-06-02 10:00:00,PEAQ,-2,Withdraw,3,Withdraw',
      '1,2026-06-03 10:00:00,PEAQ,-2,Transfer,1,Transfer to Unified Trading Account',
    ],
    format: 'bybit-funding',
    movements: ['2026-06-01T10:00:00 airdrop 5 PEAQ', '2026-06-02T10:00:00 withdrawal 2 PEAQ'],
    skipped: ['4 inside'],
  },
  {
    name: 'OKX trading: the zone in the first line, marks in every cell, the fee kept back from what came',
    rows: [
      `${BOM}UID:1,${BOM}Account Type:Main,${BOM}Time Zone:UTC+8`,
      [
        'id',
        'Order id',
        'Time',
        'Trade Type',
        'Symbol',
        'Action',
        'Amount',
        'Trading Unit',
        'Filled Price',
        'PnL',
        'Fee',
        'Fee Unit',
        'Position Change',
        'Position Balance',
        'Balance Change',
        'Balance',
        'Balance Unit',
      ]
        .map((name) => BOM + name)
        .join(','),
      '1,9,2026-01-02 18:00:00,Spot,PEAQ-USDT,Buy,100,PEAQ,0.5,0,-0.1,PEAQ,0,0,99.9,99.9,PEAQ',
      '2,9,2026-01-02 18:00:00,Spot,PEAQ-USDT,Buy,50,USDT,0.5,0,0,USDT,0,0,-50,950,USDT',
      '3,,2026-01-02 19:00:00,Spot,,Transfer in,50,USDT,,0,0,USDT,0,0,50,1000,USDT',
    ],
    format: 'okx-trading',
    zoneFrom: 'file',
    movements: ['2026-01-02T10:00:00 buy 100 PEAQ for 50 USDT fee 0.1 PEAQ'],
    skipped: ['5 inside'],
  },
  {
    name: 'OKX funding',
    rows: [
      'UID:1,Account Type:Main,Time Zone:UTC',
      'id,Time,Type,Amount,Before Balance,After Balance,Symbol',
      '1,2026-01-02 10:00:00,Deposit,5,0,5,PEAQ',
      '2,2026-01-03 10:00:00,Withdrawal,-2,5,3,PEAQ',
    ],
    format: 'okx-funding',
    zoneFrom: 'file',
    movements: ['2026-01-02T10:00:00 deposit 5 PEAQ', '2026-01-03T10:00:00 withdrawal 2 PEAQ'],
  },
  {
    name: 'OKX deposits with American dates',
    rows: [
      'Time,Crypto,Deposit address,Network,Transaction ID,Amount,Status',
      '"1/2/2026, 10:00:00 PM",PEAQ,0x1,PEAQ,0x2,5,Credited',
    ],
    format: 'okx-deposits',
    zoneFrom: 'assumed',
    movements: ['2026-01-02T22:00:00 deposit 5 PEAQ'],
  },
  {
    name: 'KuCoin spot, the zone in the name of a column',
    rows: [
      'UID,Account Type,Order ID,Symbol,Side,Order Type,Avg. Filled Price,Filled Amount,Filled Volume,Filled Volume (USDT),Filled Time(UTC+08:00),Fee,Tax,Maker/Taker,Fee Currency',
      '1,mainAccount,7,PEAQ-USDT,SELL,limit,0.5,100,50,50,2026-01-02 18:00:00,0.05,0,TAKER,USDT',
    ],
    format: 'kucoin-spot',
    zoneFrom: 'file',
    movements: ['2026-01-02T10:00:00 sell 100 PEAQ for 50 USDT fee 0.05 USDT'],
  },
  {
    name: 'KuCoin spot of before',
    rows: [
      'tradeCreatedAt,orderId,symbol,side,price,size,funds,fee,liquidity,feeCurrency,orderType',
      '2021-01-02 18:00:00,7,KCS-BTC,buy,0.0001,10,0.001,0.000001,taker,BTC,limit',
    ],
    format: 'kucoin-spot-old',
    movements: ['2021-01-02T18:00:00 buy 10 KCS for 0.001 BTC fee 0.000001 BTC'],
  },
  {
    name: 'KuCoin account history: trades stand in their own file',
    rows: [
      'UID,Account Type,Currency,Side,Amount,Fee,Time(UTC),Remark',
      '1,Main,PEAQ,Deposit,5,0,2026-01-02 10:00:00,Airdrop/Fork',
      '1,Main,PEAQ,Deposit,5,0,2026-01-02 11:00:00,Spot',
    ],
    format: 'kucoin-account',
    movements: ['2026-01-02T10:00:00 airdrop 5 PEAQ'],
    skipped: ['3 other-file'],
  },
  {
    name: 'KuCoin deposits',
    rows: [
      'UID,Account Type,Time(UTC+08:00),Coin,Amount,Fee,Hash,Deposit Address,Transfer Network,Status,Remarks',
      '1,Main,2026-01-02 18:00:00,PEAQ,5,0,0x1,0x2,PEAQ,SUCCESS,',
    ],
    format: 'kucoin-deposits',
    movements: ['2026-01-02T10:00:00 deposit 5 PEAQ'],
  },
  {
    name: 'CoinTracking: one name for three columns, days first',
    rows: [
      `${BOM}"Type","Buy","Cur.","Sell","Cur.","Fee","Cur.","Exchange","Group","Comment","Date"`,
      '"Trade","10","PEAQ","5","USDT","0.01","USDT","Kraken","","c","02.01.2026 10:00:00"',
      '"Airdrop","3","DOLO","","","","","","","","03.01.2026 10:00"',
      '"Withdrawal","","","4","PEAQ","","","","","","04.01.2026 10:00:00"',
      '"Trade","10","PEAQ","","","","","","","","05.01.2026 10:00:00"',
    ],
    format: 'cointracking',
    movements: [
      '2026-01-02T10:00:00 buy 10 PEAQ for 5 USDT fee 0.01 USDT',
      '2026-01-03T10:00:00 airdrop 3 DOLO',
      '2026-01-04T10:00:00 withdrawal 4 PEAQ',
    ],
    bad: ['5 IMPORT_UNPAIRED'],
  },
  {
    name: 'the generic form, without prices, with a bad number, a day that is none and a row cut short',
    rows: [
      'Time,Kind,Asset,Amount,Price,Fee,Fee asset,To asset,To amount,Note',
      '2026-01-01,deposit,RDYX,1000,,,,,,promised',
      '2026-01-02T10:00:00+02:00,buy,PEAQ,10,0.5,0.1,PEAQ,,,',
      '2026-01-03,migration,MATIC,10,,,,POL,10,',
      '2026-01-04,buy,PEAQ,ten,,,,,,',
      '2026-02-30,buy,PEAQ,1,,,,,,',
      '2026-01-05,buy',
      '2026-01-06,adjustment,PEAQ,-3,,,,,,',
    ],
    format: 'generic',
    zoneFrom: 'assumed',
    movements: [
      '2026-01-01T00:00:00 deposit 1000 RDYX',
      '2026-01-02T08:00:00 buy 10 PEAQ at 0.5 USDT fee 0.1 PEAQ',
      '2026-01-03T00:00:00 migration 10 MATIC to 10 POL',
      '2026-01-06T00:00:00 adjustment -3 PEAQ',
    ],
    bad: ['5 IMPORT_NUMBER', '6 IMPORT_TIME', '7 IMPORT_CELLS'],
  },
]
