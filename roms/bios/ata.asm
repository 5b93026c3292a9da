; ATA (to come).
ata_post:
        ret
int76:
        jmp     irq_unexpected_slave
