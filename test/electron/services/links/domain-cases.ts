// Domains by hand: such as are used to deceive, written after the patterns that public block lists and reports show, and others
// that are nothing of the kind. None of them is made by a rule of the guard.

/** Official sites for the test, by the name of the coin. */
export const SITES: Readonly<Record<string, string>> = {
  Grvt: 'https://grvt.io/',
  Parcl: 'https://parcl.co/',
  Nillion: 'https://nillion.com/',
  Nimble: 'https://docs.nimble.technology/',
  peaq: 'https://www.peaq.network/',
  Dolomite: 'https://app.dolomite.io/',
  'Movement Labs': 'https://movementnetwork.xyz/',
  Nibiru: 'https://nibiru.fi/',
  TEN: 'https://ten.xyz/',
  ZetaChain: 'https://www.zetachain.com/',
  LayerZero: 'https://layerzero.network/',
  Uniswap: 'https://app.uniswap.org/',
  MetaMask: 'https://metamask.io/',
  EigenLayer: 'https://www.eigenlayer.xyz/',
  Starknet: 'https://www.starknet.io/',
}

const lines = (text: string): string[] => text.split(/\s+/).filter((line) => line !== '')

/** 200 of them. */
export const LOOK_ALIKES: readonly string[] = lines(`
  grvt.xyz grvt.app grvt.com grvt.org grvt-io.com grvt.io.claim-season2.com claim-grvt.io grvt-airdrop.com airdrop-grvt.xyz
  grvt-claim.network claimgrvt.com grvtairdrop.io grvt-rewards.app app-grvt.io my-grvt.io grtv.io gvrt.io grvtt.io ggrvt.io
  grvt.pages.dev grvt.netlify.app grvt-claim.vercel.app grvt.web.app grvt.github.io gr-vt.io grѵt.io ɡrvt.io
  grvt-official.com grvt.exchange.claim.xyz
  parcl.com parcl.xyz parcl.app parc1.co parcI.co parci.co parcll.co pracl.co parlc.co parcl-claim.com claim-parcl.com
  parcl-airdrop.xyz parclairdrop.com parcl.co.rewards-claim.com pаrcl.co рarcl.co parсl.co parcl-app.com parcl.netlify.app
  parcl-season3.com app.parcl.so parrcl.co paarcl.co parcl-co.com
  nillion.org nillion.xyz nillion.app nilion.com nillon.com nilli0n.com ni11ion.com nlllion.com nillion-claim.com
  claim-nillion.com nillion-airdrop.io airdrop-nillion.network nillionclaim.xyz nillion.verify-eligibility.com nillion.pages.dev
  nilllion.com nillino.com níllion.com nilliоn.com nıllion.com nillion-network.org nillion.com.airdrop-check.io
  nillion-check.web.app nillion.eligibility.live
  nimble.tech nimble-technology.com docs-nimble.technology nimble-claim.technology nirnble.technology nimbIe.technology
  nimb1e.technology nimble-airdrop.xyz nimblle.technology nibmle.technology nimble.technology.wallet-connect.site
  peaq.com peaq.xyz peaq.app peaq-network.com peaqnetwork.com claim-peaq.network peaq-airdrop.com paeq.network peqa.network
  peaqq.network peeaq.network рeaq.network peаq.network peaq.network.claim.top peaq.firebaseapp.com peaq-claim.netlify.app
  getpeaq.com mypeaq.network
  dolomite.app dolomite.xyz dolomite.finance dolomlte.io dolomit.io dolomite-claim.io claim-dolomite.com
  dolomite-airdrop.net d0lomite.io dolomitе.io do1omite.io dolornite.io app-dolomite.io dolomite.vercel.app dolomite-drops.com
  dolomtie.io airdropdolomite.xyz
  movementnetwork.com movementnetwork.io movement-network.xyz rnovementnetwork.xyz movemennetwork.xyz movementnetwrok.xyz
  movementnetwork-claim.xyz claim-movementnetwork.xyz mοvementnetwork.xyz movementnetvvork.xyz movementnetwork.xyz.claim.ink
  movementlabs-airdrop.com claim-movementlabs.com movernentlabs.xyz
  nibiru.com nibiru.xyz nibiru.app niblru.fi nibirru.fi nibiru-claim.fi claim-nibiru.com nibiru-airdrop.org nibriu.fi
  nіbiru.fi nibiru.pages.dev
  ten.com ten.app claim-ten.xyz ten-airdrop.xyz tenclaim.xyz ten-claim.com ten.xyz.claim-now.io
  zetachain.org zetachain.io zetachain.network airdrop-zetachain.network claim-zetachain.com zetachain-airdrop.com zetachian.com
  zetachaln.com zetachaín.com zetachain.com-claim.xyz zeta-chain.com zetachain-eligibility.web.app
  layerzero.com layerzero.foundation drops-layerzero.com layerzero-claim.network layrzero.network layerzer0.network
  layerzero-foundation.claims.io laуerzero.network drops-layrzero.com
  uniswap.com uniswap.io unlswap.org uniswap-claim.org un1swap.org uniiswap.org uniswap.org.swap-claim.net
  metamask.com rnetamask.io metamask-support.io meta-mask.io metarnask.io metamask.verify-wallet.app metаmask.io
  claim-eigenlayer.xyz eigenlayer.com eigen-layer.xyz eigenlayr.xyz eigenlayer-claim.vercel.app
  starknet.com starknet.org starknet-claim.io claim-starknet.com stаrknet.io
`)

/** Nothing of the kind: other projects and exchanges, news, words that are near, sites of the same projects left out. */
export const HARMLESS: readonly string[] = lines(`
  grvt.io www.grvt.io blog.grvt.io parcl.co app.parcl.co nillion.com docs.nillion.com nimble.technology docs.nimble.technology
  peaq.network www.peaq.network app.dolomite.io docs.dolomite.io movementnetwork.xyz nibiru.fi app.nibiru.fi ten.xyz zetachain.com
  layerzero.network app.uniswap.org metamask.io www.eigenlayer.xyz starknet.io
  binance.com kraken.com coinbase.com bybit.com okx.com kucoin.com gate.com mexc.com bitget.com crypto.com gemini.com
  coingecko.com coinmarketcap.com defillama.com cryptorank.io dropstab.com messari.io tokenterminal.com dune.com nansen.ai
  etherscan.io basescan.org arbiscan.io solscan.io bscscan.com snowtrace.io blockscout.com tokenmetrics.com
  x.com twitter.com discord.com discord.gg t.me telegram.org reddit.com youtube.com linkedin.com github.com gitlab.com
  mirror.xyz substack.com medium.com paragraph.xyz galxe.com layer3.xyz zealy.io airdrops.io guild.xyz snapshot.org
  decrypt.co coindesk.com theblock.co cointelegraph.com blockworks.co bankless.com dlnews.com thedefiant.io unchainedcrypto.com
  ethereum.org solana.com bitcoin.org polygon.technology arbitrum.io optimism.io base.org avax.network near.org aptosfoundation.org
  chainlinklabs.com chain.link aave.com lido.fi curve.finance compound.finance makerdao.com pendle.finance ethena.fi gmx.io
  wikipedia.org nytimes.com bbc.co.uk gov.uk europa.eu ft.com bloomberg.com reuters.com wsj.com economist.com
  tennis.com attention.org tenor.com tent.io often.dev grit.com gravity.com girt.org parcel.com parallel.fi billion.com
  nimbus.com thimble.com peak.com pear.org park.com dolphin.com movement.org network.com move.org starling.com uniswim.org
  zeta.org chainalysis.com layers.com metals.io mask.io eigen.com stark.com
`)
