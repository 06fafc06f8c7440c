// What the public suffix list knows of a host: which part of it somebody registered.

export interface HostParts {
  /** In ASCII; `null` for a host that nobody can register, such as a bare suffix or an IP address. */
  domain: string | null
  /** What stands in front of the domain, in ASCII; empty where nothing does. */
  subdomain: string
  /** The domain without its suffix. */
  label: string
  suffix: string
  /** The suffix is of a company that gives names below it to anybody, such as pages.dev. */
  isHosted: boolean
  isIp: boolean
  /** The whole host as it would be read: in Unicode where it is not plain ASCII. */
  shown: string
}

/** Takes a host in ASCII apart. */
export type HostReader = (host: string) => HostParts
