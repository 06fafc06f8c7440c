// Files in the forms of Binance.

import { BOM, type Example } from './csv-example.ts'

export const BINANCE_CSV: Example[] = [
  {
    name: 'Binance statement, first generation',
    rows: [
      'UTC_Time,Account,Operation,Coin,Change,Remark',
      '2021-03-01 10:00:00,Spot,Deposit,EUR,100,""',
      '2021-03-01 10:05:00,Spot,Buy,BNB,0.5,',
      '2021-03-01 10:05:00,Spot,Transaction Related,EUR,-100,',
      '2021-03-01 10:05:00,Spot,Fee,BNB,-0.0005,',
      '2021-03-02 08:00:00,Spot,Withdraw,BNB,-0.1,Withdraw fee is included',
      '2021-03-03 08:00:00,Spot,transfer_out,BNB,-0.1,',
    ],
    format: 'binance-statement',
    zoneFrom: 'file',
    movements: [
      '2021-03-01T10:00:00 deposit 100 EUR',
      '2021-03-01T10:05:00 buy 0.5 BNB for 100 EUR fee 0.0005 BNB',
      '2021-03-02T08:00:00 withdrawal 0.1 BNB',
    ],
    skipped: ['7 inside'],
  },
  {
    name: 'Binance statement, second generation, with words for the sides, dust, a rebrand and rewards',
    rows: [
      'User_ID,UTC_Time,Account,Operation,Coin,Change,Remark',
      '1,2023-05-01 10:00:00,Spot,Transaction Spend,USDT,-20,',
      '1,2023-05-01 10:00:00,Spot,Transaction Buy,NIL,10,',
      '1,2023-05-01 10:00:00,Spot,Transaction Fee,BNB,-0.001,',
      '1,2023-05-01 11:00:00,Spot,Transaction Sold,NIL,-4,',
      '1,2023-05-01 11:00:00,Spot,Transaction Revenue,USDT,12,',
      '1,2023-05-02 10:00:00,Spot,Small Assets Exchange BNB,AAA,-1,',
      '1,2023-05-02 10:00:00,Spot,Small Assets Exchange BNB,BNB,0.01,',
      '1,2023-05-02 10:00:00,Spot,Small Assets Exchange BNB,BBB,-2,',
      '1,2023-05-02 10:00:00,Spot,Small Assets Exchange BNB,BNB,0.02,',
      '1,2023-05-03 10:00:00,Spot,Token Swap - Redenomination/Rebranding,MATIC,-5,',
      '1,2023-05-03 10:00:07,Spot,Token Swap - Redenomination/Rebranding,POL,5,',
      '1,2023-05-04 10:00:00,Spot,HODLer Airdrops Distribution,DOLO,3,',
      '1,2023-05-04 10:00:00,Earn,Simple Earn Flexible Interest,USDT,0.1,',
      '1,2023-05-04 10:00:00,Earn,Simple Earn Flexible Subscription,USDT,-50,',
      '1,2023-05-05 10:00:00,Spot,Something New,USDT,1,',
    ],
    format: 'binance-statement',
    movements: [
      '2023-05-01T10:00:00 buy 10 NIL for 20 USDT fee 0.001 BNB',
      '2023-05-01T11:00:00 sell 4 NIL for 12 USDT',
      '2023-05-02T10:00:00 buy 0.01 BNB for 1 AAA',
      '2023-05-02T10:00:00 buy 0.02 BNB for 2 BBB',
      '2023-05-03T10:00:00 migration 5 MATIC to 5 POL',
      '2023-05-04T10:00:00 airdrop 3 DOLO',
      '2023-05-04T10:00:00 interest 0.1 USDT',
    ],
    skipped: ['15 inside'],
    bad: ['16 IMPORT_OPERATION'],
  },
  {
    name: 'Binance statement, third generation: a mark at its beginning, two digits a year, no zone, a half trade',
    rows: [
      `${BOM}User ID,Time,Account,Operation,Coin,Change,Remark`,
      '1,24-07-25 21:30:41,Spot,Binance Convert,USDT,-10,',
      '1,24-07-25 21:30:41,Spot,Binance Convert,PEAQ,40,',
      '1,24-07-26 21:30:41,Spot,Buy,PEAQ,40,',
    ],
    format: 'binance-statement',
    zoneFrom: 'assumed',
    movements: ['2024-07-25T21:30:41 buy 40 PEAQ for 10 USDT'],
    bad: ['4 IMPORT_UNPAIRED'],
  },
  {
    name: 'Binance trades with units glued to the numbers',
    rows: [
      'Date(UTC),Pair,Side,Price,Executed,Amount,Fee',
      '2022-01-02 03:04:05,VETUSDT,BUY,0.05,"43.7000000000VET",2.18500000USDT,0.0437000000VET',
      '2022-01-02 03:04:06,VETUSDT,SELL,0.06,"1,000.5VET",60.03USDT,0.00010000BNB',
    ],
    format: 'binance-trades',
    zoneFrom: 'file',
    movements: [
      '2022-01-02T03:04:05 buy 43.7 VET for 2.185 USDT fee 0.0437 VET',
      '2022-01-02T03:04:06 sell 1000.5 VET for 60.03 USDT fee 0.0001 BNB',
    ],
  },
  {
    name: 'Binance trades of before, a market without a separator, convert, deposits, withdrawals, earn',
    rows: [
      'Date(UTC),Market,Type,Price,Amount,Total,Fee,Fee Coin',
      '2019-01-02 03:04:05,ADABTC,SELL,0.00001,1000,0.01,0.00001,BTC',
      '2019-01-02 03:04:06,ADAXXX,SELL,0.00001,1000,0.01,0.00001,BTC',
    ],
    format: 'binance-trades-old',
    movements: ['2019-01-02T03:04:05 buy 0.01 BTC for 1000 ADA fee 0.00001 BTC'],
    bad: ['3 IMPORT_MARKET'],
  },
  {
    name: 'Binance convert',
    rows: [
      'Date,Wallet,Pair,Type,Sell,Buy,Price,Inverse Price,Date Updated,Status',
      '2024-01-02 03:04:05,Spot Wallet,BNBUSDT,Market,10 USDT,0.03BNB,1 BNB = 333 USDT,x,2024-01-02 03:04:05,Successful',
      '2024-01-02 03:05:05,Spot Wallet,BNBUSDT,Market,10 USDT,0.03BNB,1 BNB = 333 USDT,x,2024-01-02 03:04:05,Expired',
    ],
    format: 'binance-convert',
    zoneFrom: 'assumed',
    movements: ['2024-01-02T03:04:05 buy 0.03 BNB for 10 USDT'],
    skipped: ['3 not-completed'],
  },
  {
    name: 'Binance withdrawals',
    rows: [
      'Date(UTC+0),Coin,Network,Amount,Fee,Address,TXID,Status',
      '2024-01-02 03:04:05,PEAQ,PEAQ,9.9,0.1,0x1,0x2,Completed',
    ],
    format: 'binance-withdrawals',
    movements: ['2024-01-02T03:04:05 withdrawal 9.9 PEAQ fee 0.1 PEAQ'],
  },
  {
    name: 'Binance deposits',
    rows: [
      'Date(UTC+0),Coin,Network,Amount,Address,TXID,Status',
      '2024-01-02 03:04:05,PEAQ,PEAQ,9.9,0x1,0x2,Completed',
    ],
    format: 'binance-deposits',
    movements: ['2024-01-02T03:04:05 deposit 9.9 PEAQ'],
  },
  {
    name: 'Binance money, whose zone stands in the header',
    rows: [
      'Date(UTC+1),Coin,Amount,Status,Payment Method,Indicated Amount,Fee,Order ID',
      '2024-01-02 03:04:05,EUR,99,Successful,Card,100,1,7',
    ],
    format: 'binance-money',
    movements: ['2024-01-02T02:04:05 deposit 99 EUR'],
  },
  {
    name: 'Binance earn with semicolons',
    rows: [`${BOM}Date(UTC);Product Name;Coin;Amount`, '2024-01-02 03:04:05;Simple Earn;PEAQ;0,5'],
    format: 'binance-earn',
    movements: ['2024-01-02T03:04:05 interest 0.5 PEAQ'],
  },
]
