; Page frames: who has how many, and what lies in those nobody has.
;
; A frame is known by its physical address; the kernel sees it at KERNEL_BASE plus that. Each has a count
; of its users, as processes share pages after a fork. A free frame is filled with junk, so that whoever
; goes on using it is found out, and the junk is looked at when it is given out again.

memory_start:
        cmp dword [frame_count], FRAME_MINIMUM
        jae .enough
        panic "too little memory"
.enough:
        push ebx
        mov ebx, [frame_count]
.next:
        dec ebx
        js .done
        mov eax, ebx
        shl eax, 12
        add eax, HIGH_MEMORY
        mov word [frame_users + ebx * 2], 1
        call frame_release              ; leaves the lowest first in the chain
        jmp .next
.done:
        pop ebx
        ret

; EAX = a free frame with one user, full of junk. The kernel stops when there is none.
frame_take:
        push ebx
        mov eax, frames_lock
        call acquire
        mov ebx, [first_free]
        test ebx, ebx
        jnz .found
        panic "out of memory"
.found:
        ; The chain goes through the frames' first words.
        mov eax, [KERNEL_BASE + ebx]
        mov [first_free], eax
        mov dword [KERNEL_BASE + ebx], JUNK
        dec dword [free_frames]
        call frame_index
        mov word [frame_users + eax * 2], 1
        mov eax, frames_lock
        call release
        push edi
        lea edi, [KERNEL_BASE + ebx]
        mov ecx, PAGE / 4
        mov eax, JUNK
        repe scasd
        pop edi
        je .intact
        panic "a free frame was written"
.intact:
        mov eax, ebx
        pop ebx
        ret

; EAX = a frame of zeros.
frame_take_zeroed:
        call frame_take
        push edi
        push eax
        lea edi, [KERNEL_BASE + eax]
        xor eax, eax
        mov ecx, PAGE / 4
        rep stosd
        pop eax
        pop edi
        ret

; One user more for the frame EAX.
frame_share:
        push ebx
        mov ebx, eax
        mov eax, frames_lock
        call acquire
        call frame_index
        inc word [frame_users + eax * 2]
        mov eax, frames_lock
        call release
        pop ebx
        ret

; One user less for the frame EAX; after the last it is free.
frame_release:
        push ebx
        mov ebx, eax
        mov eax, frames_lock
        call acquire
        call frame_index
        cmp word [frame_users + eax * 2], 0
        jne .used
        panic "a free frame is freed"
.used:
        dec word [frame_users + eax * 2]
        jnz .done
        push edi
        lea edi, [KERNEL_BASE + ebx]
        mov eax, JUNK
        mov ecx, PAGE / 4
        rep stosd
        pop edi
        mov eax, [first_free]
        mov [KERNEL_BASE + ebx], eax
        mov [first_free], ebx
        inc dword [free_frames]
.done:
        mov eax, frames_lock
        call release
        pop ebx
        ret

; EAX = how many use the frame EAX.
frame_user_count:
        push ebx
        mov ebx, eax
        call frame_index
        movzx eax, word [frame_users + eax * 2]
        pop ebx
        ret

; EAX = the number of the frame EBX.
frame_index:
        mov eax, ebx
        sub eax, HIGH_MEMORY
        shr eax, 12
        cmp eax, [frame_count]
        jb .known
        panic "no frame has this address"
.known:
        ret
